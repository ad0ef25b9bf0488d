import { type ReactNode, use } from "react";
import { buildItemPath } from "../../org-api/api-call.ts";
import { useAnswer } from "../../org-api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { PageHeading, type PageHeadingProps } from "../PageHeading.tsx";
import { NavigationContext, PlaceLink } from "../PlaceLink.tsx";
import styles from "./ObjectPage.module.css";
import { ResourceButtons } from "./ResourceButtons.tsx";
import type { Identified, Resource } from "./resource.ts";

type Show<T> = (item: T, reload: () => void) => ReactNode;

/** An object's tabs, by their names in the page's URL. */
export type ObjectTabs<T> = Readonly<Record<string, { name: string; show: Show<T> }>>;

type ObjectPageProps<T extends Identified> = {
  resource: Resource<T>;
  id: string;
  idOf?: (item: T) => PageHeadingProps["id"];
  status: (item: T) => ReactNode;
  /** More buttons, before those that every object has. */
  buttons?: Show<T>;
  /** The page's tabs, or the content of a page without tabs. */
  tabs: ObjectTabs<T> | Show<T>;
  /** The tab in the page's URL. */
  tab?: string | undefined;
};

/** An object's page, with the actions that the Admin Console has for the object. Deleting the object leads to the list. */
export function ObjectPage<T extends Identified>(props: ObjectPageProps<T>) {
  const { resource, id, idOf, status, buttons, tab } = props;
  const { section, title, noun, nameOf } = resource;
  const [answer, reload] = useAnswer(buildItemPath(resource.path, id), resource.schema);
  const { navigate } = use(NavigationContext);
  const tabs = typeof props.tabs === "function" ? [] : Object.entries(props.tabs);
  const [currentTab, current] = tabs.find(([it]) => it === tab) ?? tabs[0] ?? [];
  const show = typeof props.tabs === "function" ? props.tabs : current?.show;
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  if (section === undefined) return null;
  const back = { section, name: `All ${title.toLowerCase()}` };
  const isGone = answer.status === "failed" && answer.failure.kind === "refused";
  return (
    <>
      {answer.status === "failed" && (
        <PageHeading title={isGone ? `${name} not found` : name} back={back} />
      )}
      <Loaded answer={answer}>
        {(item) => (
          <>
            <PageHeading
              title={nameOf(item)}
              tab={current?.name}
              back={back}
              id={idOf?.(item)}
              status={status(item)}
              actions={
                <>
                  {buttons?.(item, reload)}
                  <ResourceButtons
                    resource={resource}
                    item={item}
                    look="secondary"
                    onChange={reload}
                    onDeleted={() => navigate({ section })}
                  />
                </>
              }
            />
            {/* Links, because each tab has its own URL, as in the Admin Console. */}
            {tabs.length > 0 && (
              <nav aria-label={name} className={`row ${styles.tabs}`}>
                {tabs.map(([it, { name: tabName }]) => (
                  <PlaceLink
                    key={it}
                    place={{ section, id, tab: it }}
                    aria-current={it === currentTab ? "page" : undefined}
                  >
                    {tabName}
                  </PlaceLink>
                ))}
              </nav>
            )}
            {show?.(item, reload)}
          </>
        )}
      </Loaded>
    </>
  );
}
