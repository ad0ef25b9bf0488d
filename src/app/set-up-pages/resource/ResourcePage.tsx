import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { Card } from "../layout.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { ResourceTable } from "./ResourceTable.tsx";
import type { Identified, Resource } from "./resource.ts";
import { useResourceList } from "./use-resource-list.tsx";

type ResourceProps<T extends Identified> = { resource: Resource<T> };

type ResourcePageProps<T extends Identified> = ResourceProps<T> & {
  /** Shows more buttons beside the one that adds an object. */
  showActions?: (refresh: (message: string) => void) => ReactNode;
};

export function ResourcePage<T extends Identified>(props: ResourcePageProps<T>) {
  const { resource, showActions } = props;
  const { addButton, form, table, refresh } = useResourceParts(resource);
  const actions = (
    <>
      {addButton}
      {showActions?.(refresh)}
    </>
  );
  return (
    <>
      <PageHeading title={resource.title} actions={actions}>
        <p>{resource.intro}</p>
      </PageHeading>
      {form}
      <Card>{table}</Card>
    </>
  );
}

/** A resource's list as a part of a page. */
export function ResourcePanel<T extends Identified>({ resource }: ResourceProps<T>) {
  const { addButton, form, table } = useResourceParts(resource);
  return (
    <>
      {form}
      <Panel title={resource.title} aside={addButton}>
        <p>{resource.intro}</p>
        {table}
      </Panel>
    </>
  );
}

function useResourceParts<T extends Identified>(resource: Resource<T>) {
  const { answer, reload, refresh, add, edit, message, showForm } = useResourceList(resource);
  return {
    refresh,
    addButton: <Button onClick={add}>{resource.add.button}</Button>,
    form: (
      <>
        {message}
        {showForm()}
      </>
    ),
    table: (
      <Loaded answer={answer}>
        {(items) => (
          <ResourceTable resource={resource} items={items} onEdit={edit} onChange={reload} />
        )}
      </Loaded>
    ),
  };
}
