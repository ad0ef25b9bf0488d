import type { Context } from "hono";
import type { Configuration } from "../../model/configuration.ts";
import type { EventType } from "../log/management-events.ts";
import { ApiError } from "./api-error.ts";
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
  readonly path: string;
  readonly parameter: string;
  /** In Okta's "not found" error. */
  readonly type: string;
  readonly idPrefix: IdPrefix;
  readonly events: Readonly<Record<"create" | "replace" | "delete", EventType>>;

  readonly itemsOf: (configuration: Configuration, request: ManagementRequest) => readonly T[];
  readonly withItems: (
    configuration: Configuration,
    items: T[],
    request: ManagementRequest,
  ) => Configuration;

  readonly render: (request: ManagementRequest, item: T) => unknown;
  /** For the responses to create and replace calls, if they differ. */
  readonly renderSaved?: (request: ManagementRequest, item: T) => unknown;
  readonly listing: Listing<T> | ManagementHandler;
  readonly createdStatus: 200 | 201;

  readonly parseBody: (c: Context) => Promise<Body>;
  /** Runs before the object to replace is looked up. */
  readonly checkBody?: (body: Body, latest: Configuration) => void;
  readonly build: (body: Body, context: BuildContext<T>) => T;
  /** By default a new object comes last. */
  readonly insert?: (items: readonly T[], item: T) => T[];
  readonly afterReplace?: (
    configuration: Configuration,
    change: { readonly before: T; readonly after: T; readonly request: ManagementRequest },
  ) => Configuration;

  readonly checkDelete?: (item: T) => void;
  readonly remove?: (items: readonly T[], id: string) => T[];
  readonly afterDelete?: (configuration: Configuration, item: T) => Configuration;

  readonly lifecycle?: {
    readonly events: Readonly<Record<"activate" | "deactivate", EventType>>;
    readonly setStatus: (before: T, status: Status, now: string) => T;
    /** By default the response is empty. */
    readonly send?: (request: ManagementRequest, item: T) => Response;
  };
};

type Listing<T> = {
  readonly pageSize?: number;
  readonly q?: TextFilter<T>;
  readonly hasFilter?: boolean;
  readonly sort?: (items: readonly T[]) => readonly T[];
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
  const { path, parameter, events, lifecycle, listing } = collection;
  const itemPath = `${path}/:${parameter}`;
  const list = typeof listing === "function" ? listing : listItems(collection, listing);
  return [
    ["GET", path, list],
    ["POST", path, saveItem(collection, true), events.create],
    ["GET", itemPath, retrieveItem(collection)],
    ["PUT", itemPath, saveItem(collection, false), events.replace],
    ["DELETE", itemPath, deleteItem(collection), events.delete],
    ...(lifecycle
      ? ([
          [
            "POST",
            `${itemPath}/lifecycle/activate`,
            setStatus(collection, lifecycle, "ACTIVE"),
            lifecycle.events.activate,
          ],
          [
            "POST",
            `${itemPath}/lifecycle/deactivate`,
            setStatus(collection, lifecycle, "INACTIVE"),
            lifecycle.events.deactivate,
          ],
        ] as const)
      : []),
  ];
}

function listItems<T extends Identified, Body>(
  { itemsOf, render }: Collection<T, Body>,
  { pageSize, q, hasFilter, sort }: Listing<T>,
): ManagementHandler {
  return (request) => {
    const { c, configuration } = request;
    const renderItem = (item: T) => render(request, item);
    const all = itemsOf(configuration, request);
    const sorted = sort ? sort(all) : all;
    const matching = hasFilter ? selectMatching(c, sorted, renderItem) : sorted;
    const found = q ? filterByText(c, matching, q) : matching;
    return pageSize === undefined
      ? c.json(found.map(renderItem))
      : sendList(request, found, renderItem, pageSize);
  };
}

function retrieveItem<T extends Identified, Body>(
  collection: Collection<T, Body>,
): ManagementHandler {
  return async (request) => {
    const item = findItem(collection, request.configuration, request);
    return request.c.json(await collection.render(request, item));
  };
}

function saveItem<T extends Identified, Body>(
  collection: Collection<T, Body>,
  isNew: boolean,
): ManagementHandler {
  const { itemsOf, withItems, render, renderSaved = render, createdStatus } = collection;
  const { parseBody, checkBody, build, insert = putById, afterReplace } = collection;
  return async (request) => {
    const body = await parseBody(request.c);
    const saved = await request.org.changeConfiguration((latest) => {
      const all = itemsOf(latest, request);
      checkBody?.(body, latest);
      const before = isNew ? undefined : findItem(collection, latest, request);
      const id = before?.id ?? createId(collection.idPrefix);
      const others = all.filter((it) => it !== before);
      const item = build(body, { before, id, now: request.now, others, latest, request });
      const items = insert(all, item);
      const after = findById(items, id, collection.type);
      const configuration = withItems(latest, items, request);
      const changed = before && afterReplace?.(configuration, { before, after, request });
      return { configuration: changed ?? configuration, result: after };
    });
    return request.c.json(await renderSaved(request, saved), isNew ? createdStatus : 200);
  };
}

function deleteItem<T extends Identified, Body>(
  collection: Collection<T, Body>,
): ManagementHandler {
  const { itemsOf, withItems, checkDelete, afterDelete } = collection;
  const { remove = (items, id) => items.filter((it) => it.id !== id) } = collection;
  return async (request) => {
    await request.org.changeConfiguration((latest) => {
      const item = findItem(collection, latest, request);
      checkDelete?.(item);
      const configuration = withItems(latest, remove(itemsOf(latest, request), item.id), request);
      return {
        configuration: afterDelete?.(configuration, item) ?? configuration,
        result: undefined,
      };
    });
    return request.c.body(null, 204);
  };
}

function setStatus<T extends Identified, Body>(
  collection: Collection<T, Body>,
  lifecycle: NonNullable<Collection<T, Body>["lifecycle"]>,
  status: Status,
): ManagementHandler {
  const { itemsOf, withItems } = collection;
  return async (request) => {
    const changed = await request.org.changeConfiguration((latest) => {
      const before = findItem(collection, latest, request);
      const result = lifecycle.setStatus(before, status, request.now);
      const items = replaceById(itemsOf(latest, request), result);
      return { configuration: withItems(latest, items, request), result };
    });
    return lifecycle.send?.(request, changed) ?? request.c.body(null, 204);
  };
}

function findItem<T extends Identified, Body>(
  { itemsOf, type, parameter }: Collection<T, Body>,
  configuration: Configuration,
  request: ManagementRequest,
): T {
  return findById(itemsOf(configuration, request), request.param(parameter), type);
}

export function findById<T extends Identified>(items: readonly T[], id: string, type: string): T {
  const found = items.find((it) => it.id === id);
  if (!found) throw new ApiError({ code: "not_found", id, type });
  return found;
}

export function replaceById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.map((it) => (it.id === item.id ? item : it));
}

function putById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id) ? replaceById(items, item) : [...items, item];
}
