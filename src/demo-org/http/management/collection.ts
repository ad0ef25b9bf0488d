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

/**
 * Objects with IDs in one list of the configuration, which clients list, create, retrieve, replace and delete. Each
 * check throws an `ApiError`, and nothing is changed then.
 *
 * @template Body The parsed body of a create or replace call.
 */
export type Collection<T extends Identified, Body> = {
  /** The path of the list: `/api/v1/groups`. */
  readonly path: string;
  /** The path parameter with an object's ID: `groupId`. */
  readonly parameter: string;
  /** The type in Okta's "not found" error. */
  readonly type: string;
  readonly idPrefix: IdPrefix;
  /** The System Log events. */
  readonly events: Readonly<Record<"create" | "replace" | "delete", EventType>>;

  /** @throws {ApiError} The object that contains the list doesn't exist. */
  readonly itemsOf: (configuration: Configuration, request: ManagementRequest) => readonly T[];
  readonly withItems: (
    configuration: Configuration,
    items: T[],
    request: ManagementRequest,
  ) => Configuration;

  readonly render: (request: ManagementRequest, item: T) => unknown;
  /** How create and replace calls return it, if that differs. */
  readonly renderSaved?: (request: ManagementRequest, item: T) => unknown;
  /** A handler if the list needs its own. */
  readonly listing: Listing<T> | ManagementHandler;
  readonly createdStatus: 200 | 201;

  readonly parseBody: (c: Context) => Promise<Body>;
  /** Checks a body before the object to replace is looked up. */
  readonly checkBody?: (body: Body, latest: Configuration) => void;
  /** Does the other checks. Returns the new object, or the one that replaces `before`. */
  readonly build: (body: Body, context: BuildContext<T>) => T;
  /** Puts a built object into the list, in place of the one with its ID. By default a new one comes last. */
  readonly insert?: (items: readonly T[], item: T) => T[];
  /** Changes what refers to a replaced object. */
  readonly afterReplace?: (
    configuration: Configuration,
    change: { readonly before: T; readonly after: T; readonly request: ManagementRequest },
  ) => Configuration;

  readonly checkDelete?: (item: T) => void;
  readonly remove?: (items: readonly T[], id: string) => T[];
  /** Changes what refers to a deleted object. */
  readonly afterDelete?: (configuration: Configuration, item: T) => Configuration;

  /** The calls `POST …/lifecycle/activate` and `deactivate`. */
  readonly lifecycle?: {
    readonly events: Readonly<Record<"activate" | "deactivate", EventType>>;
    readonly setStatus: (before: T, status: Status, now: string) => T;
    /** By default the response is empty. */
    readonly send?: (request: ManagementRequest, item: T) => Response;
  };
};

type Listing<T> = {
  /** Default number of items on a page; undefined if Okta doesn't page the list. */
  readonly pageSize?: number;
  /** What `q` searches. */
  readonly q?: TextFilter<T>;
  /** Whether `filter` and `search` are supported. */
  readonly hasFilter?: boolean;
  readonly sort?: (items: readonly T[]) => readonly T[];
};

/** What an object is built from, besides the body. */
type BuildContext<T> = {
  /** The object that is replaced; undefined for a new one. */
  readonly before: T | undefined;
  readonly id: string;
  /** ISO 8601. */
  readonly now: string;
  /** The other objects of the list. */
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

/** Handles a create or a replace call. */
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

/** @throws {ApiError} There is no object with this ID. Okta's error contains the type. */
export function findById<T extends Identified>(items: readonly T[], id: string, type: string): T {
  const found = items.find((it) => it.id === id);
  if (!found) throw new ApiError({ code: "not_found", id, type });
  return found;
}

/** Replaces one item of a list. */
export function replaceById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.map((it) => (it.id === item.id ? item : it));
}

function putById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id) ? replaceById(items, item) : [...items, item];
}
