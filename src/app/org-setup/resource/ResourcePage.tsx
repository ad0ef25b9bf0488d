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

export function ResourcePage<T extends Identified>({
  resource,
  showActions,
}: ResourcePageProps<T>) {
  const { answer, reload, refresh, add, edit, message, showForm } = useResourceList(resource);
  return (
    <>
      <PageHeading
        title={resource.title}
        actions={
          <>
            <Button onClick={add}>{resource.add.button}</Button>
            {showActions?.(refresh)}
          </>
        }
      >
        <p>{resource.intro}</p>
      </PageHeading>
      {message}
      {showForm()}
      <Card>
        <Loaded answer={answer}>
          {(items) => (
            <ResourceTable resource={resource} items={items} onEdit={edit} onChange={reload} />
          )}
        </Loaded>
      </Card>
    </>
  );
}

/** The same as a part of a page. */
export function ResourcePanel<T extends Identified>({ resource }: ResourceProps<T>) {
  const { answer, reload, add, edit, message, showForm } = useResourceList(resource);
  return (
    <>
      {message}
      {showForm()}
      <Panel title={resource.title} aside={<Button onClick={add}>{resource.add.button}</Button>}>
        <p>{resource.intro}</p>
        <Loaded answer={answer}>
          {(items) => (
            <ResourceTable resource={resource} items={items} onEdit={edit} onChange={reload} />
          )}
        </Loaded>
      </Panel>
    </>
  );
}
