import { type ReactNode, use } from "react";
import type { Section } from "../../set-up-places.ts";
import { PageHeading, type PageHeadingProps } from "../PageHeading.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { ResourceButtons } from "./ResourceButtons.tsx";
import type { Identified, Resource } from "./resource.ts";

type ObjectHeadingProps<T extends Identified> = Pick<PageHeadingProps, "tab" | "id" | "status"> & {
  resource: Resource<T>;
  item: T;
  back: { readonly section: Section; readonly name: string };
  /** Buttons before those of every object. */
  buttons?: ReactNode;
  onChange: () => void;
};

/** The heading of an object's page. Once the object is deleted, its list is shown. */
export function ObjectHeading<T extends Identified>(props: ObjectHeadingProps<T>) {
  const { resource, item, back, buttons, onChange, ...heading } = props;
  const navigate = use(Navigation);
  const actions = (
    <>
      {buttons}
      <ResourceButtons
        resource={resource}
        item={item}
        look="secondary"
        onChange={onChange}
        onDeleted={() => navigate({ section: back.section })}
      />
    </>
  );
  return <PageHeading {...heading} title={resource.nameOf(item)} back={back} actions={actions} />;
}
