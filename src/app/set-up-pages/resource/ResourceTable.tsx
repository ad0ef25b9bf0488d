import { showName } from "../../result/claims/VisibleText.tsx";
import { type Column, ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { ResourceButtons } from "./ResourceButtons.tsx";
import type { Identified, Resource } from "./resource.ts";

type ResourceTableProps<T extends Identified> = {
  resource: Resource<T>;
  items: readonly T[];
  onEdit: (item: T) => void;
  onChange: () => void;
};

/** A table of objects. Each row has the object's actions, or a link to its page. */
export function ResourceTable<T extends Identified>(props: ResourceTableProps<T>) {
  const { resource, items, onEdit, onChange } = props;
  const { title, caption = title, nameOf, textOf = nameOf, compare, empty, folded } = resource;
  const sorted = compare ? items.toSorted(compare) : items;
  const below = folded ? sorted.filter(folded.has) : [];
  const table = {
    idOf: ({ id }: T) => id,
    textOf,
    empty,
    columns: listColumns(resource, onEdit, onChange),
  };
  return (
    <>
      <ObjectTable
        {...table}
        caption={caption}
        items={folded ? sorted.filter((it) => !folded.has(it)) : sorted}
      />
      {folded && below.length > 0 && (
        <details>
          <summary>
            {folded.title} ({below.length})
          </summary>
          <ObjectTable {...table} caption={folded.title} items={below} />
        </details>
      )}
    </>
  );
}

function listColumns<T extends Identified>(
  resource: Resource<T>,
  onEdit: (item: T) => void,
  onChange: () => void,
): readonly Column<T>[] {
  const { nameOf, nameHeader = "Name", columns, section } = resource;
  const names: Column<T> = {
    header: nameHeader,
    render: (item) => {
      const name = <bdi>{showName(nameOf(item))}</bdi>;
      return section ? <PlaceLink place={{ section, id: item.id }}>{name}</PlaceLink> : name;
    },
  };
  if (section) return [names, ...columns];
  const actions: Column<T> = {
    header: "Actions",
    isActions: true,
    render: (item) => (
      <ResourceButtons
        resource={resource}
        item={item}
        look="quiet"
        onEdit={onEdit}
        onChange={onChange}
      />
    ),
  };
  return [names, ...columns, actions];
}
