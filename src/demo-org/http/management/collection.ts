import type { Context } from "hono";
import type { Configuration } from "../../model/configuration.ts";
import type { EventType } from "../log/management-events.ts";
import { notFound } from "./api-error.ts";
import { selectMatching } from "./filter/select-matching.ts";
import { createId, type IdPrefix } from "./identifiers.ts";
import type {
  ManagementHandler,
  ManagementRequest,
  ManagementRoute,
} from "./management-request.ts";
import { filterByText, sendList, type TextFilter } from "./paging.ts";

type Identified = { readonly id: string };
type Status = "ACTIVE" | "INACTIVE";

/** A list of objects in the configuration, with the calls for it. Checks throw an `ApiError`. */
export type Collection<T extends Identified, Body> = {
  /** `/api/v1/groups/:groupId` */
  readonly path: string;
  readonly type: string;
  readonly idPrefix: IdPrefix;
  readonly events: Readonly<
    Partial<Record<"create" | "replace" | "delete" | "activate" | "deactivate", EventType>>
  >;

  readonly itemsOf: (configuration: Configuration, request: ManagementRequest) => readonly T[];
  readonly withItems: (
    configuration: Configuration,
    items: T[],
    request: ManagementRequest,
  ) => Configuration;

  readonly render: (request: ManagementRequest, item: T) => unknown;
  readonly renderSaved?: (request: ManagementRequest, item: T) => unknown;
  readonly listing?: Listing<T> | ManagementHandler;
  readonly createdStatus?: 200;

  readonly parseBody: (c: Context) => Promise<Body>;
  readonly checkBody?: (body: Body, latest: Configuration) => void;
  readonly build: (body: Body, context: BuildContext<T>) => T;
  readonly order?: Order<T>;
  readonly afterReplace?: (
    configuration: Configuration,
    before: T,
    after: T,
    request: ManagementRequest,
  ) => Configuration;

  readonly checkDelete?: (item: T) => void;
  readonly afterDelete?: (
    configuration: Configuration,
    item: T,
    request: ManagementRequest,
  ) => Configuration;
  readonly deletedStatus?: 202;

  /** Without it, objects can't be activated and deactivated. */
  readonly setStatus?: (before: T, status: Status, now: string) => T;
  readonly sendStatus?: (request: ManagementRequest, item: T) => Response;
};

type Order<T> = {
  readonly sort: (items: readonly T[]) => readonly T[];
  readonly insert: (items: readonly T[], item: T) => T[];
  readonly remove: (items: readonly T[], id: string) => T[];
};

type Listing<T> = {
  readonly pageSize?: number;
  readonly q?: TextFilter<T>;
  readonly hasFilter?: boolean;
};

type BuildContext<T> = {
  readonly before: T | undefined;
  readonly id: string;
  readonly now: string;
  readonly others: readonly T[];
  readonly latest: Configuration;
  readonly request: ManagementRequest;
};

export function buildRoutes<T extends Identified, Body>(
  collection: Collection<T, Body>,
): readonly ManagementRoute[] {
  const { path, type, events, itemsOf, withItems, render, renderSaved = render } = collection;
  const { listing = {}, order, setStatus } = collection;
  const [listPath = "", parameter = ""] = path.split(/\/:(?=\w+$)/);

  const findItem = (configuration: Configuration, request: ManagementRequest) =>
    findById(itemsOf(configuration, request), request.param(parameter), type);

  const listItems: ManagementHandler = (request) => {
    if (typeof listing === "function") return listing(request);
    const { c, configuration } = request;
    const { pageSize, q, hasFilter } = listing;
    const renderItem = (item: T) => render(request, item);
    const all = itemsOf(configuration, request);
    const sorted = order ? order.sort(all) : all;
    const matching = hasFilter ? selectMatching(c, sorted, renderItem) : sorted;
    const found = q ? filterByText(c, matching, q) : matching;
    return pageSize === undefined
      ? c.json(found.map(renderItem))
      : sendList(request, found, renderItem, pageSize);
  };

  const retrieveItem: ManagementHandler = async (request) =>
    request.c.json(await render(request, findItem(request.configuration, request)));

  const saveItem = async (request: ManagementRequest, isNew: boolean) => {
    const body = await collection.parseBody(request.c);
    let id = "";
    const saved = await request.org.changeConfiguration((latest) => {
      const all = itemsOf(latest, request);
      collection.checkBody?.(body, latest);
      const before = isNew ? undefined : findItem(latest, request);
      id = before?.id ?? createId(collection.idPrefix);
      const others = all.filter((it) => it !== before);
      const context = { before, id, now: request.now, others, latest, request };
      const item = collection.build(body, context);
      const items = order ? order.insert(all, item) : putById(all, item);
      const after = findById(items, id, type);
      const configuration = withItems(latest, items, request);
      const changed = before && collection.afterReplace?.(configuration, before, after, request);
      return changed ?? configuration;
    });
    return request.c.json(
      await renderSaved(request, findById(itemsOf(saved, request), id, type)),
      isNew ? (collection.createdStatus ?? 201) : 200,
    );
  };

  const deleteItem: ManagementHandler = async (request) => {
    await request.org.changeConfiguration((latest) => {
      const item = findItem(latest, request);
      collection.checkDelete?.(item);
      const all = itemsOf(latest, request);
      const rest = order ? order.remove(all, item.id) : all.filter((it) => it !== item);
      const configuration = withItems(latest, rest, request);
      const changed = collection.afterDelete?.(configuration, item, request);
      return changed ?? configuration;
    });
    return request.c.body(null, collection.deletedStatus ?? 204);
  };

  const changeStatus = async (request: ManagementRequest, status: Status) => {
    const changed = await request.org.changeConfiguration((latest) => {
      const before = findItem(latest, request);
      const after = setStatus?.(before, status, request.now) ?? before;
      return withItems(latest, replaceById(itemsOf(latest, request), after), request);
    });
    const item = findItem(changed, request);
    return collection.sendStatus?.(request, item) ?? request.c.body(null, 204);
  };

  const routes: readonly ManagementRoute[] = [
    ["GET", listPath, listItems],
    ["POST", listPath, (request) => saveItem(request, true), events.create],
    ["GET", path, retrieveItem],
    ["PUT", path, (request) => saveItem(request, false), events.replace],
    ["DELETE", path, deleteItem, events.delete],
  ];
  if (!setStatus) return routes;
  const lifecycle = `${path}/lifecycle`;
  return [
    ...routes,
    ["POST", `${lifecycle}/activate`, (it) => changeStatus(it, "ACTIVE"), events.activate],
    ["POST", `${lifecycle}/deactivate`, (it) => changeStatus(it, "INACTIVE"), events.deactivate],
  ];
}

export function findById<T extends Identified>(items: readonly T[], id: string, type: string): T {
  const found = items.find((it) => it.id === id);
  if (!found) throw notFound(id, type);
  return found;
}

export function replaceById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.map((it) => (it.id === item.id ? item : it));
}

function putById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id) ? replaceById(items, item) : [...items, item];
}
