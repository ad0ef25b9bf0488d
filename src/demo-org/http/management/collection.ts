import type * as v from "valibot";
import type { Configuration } from "../../model/configuration.ts";
import { defaultCreatedAt } from "../../model/default-created-at.ts";
import { notFound, refuseCauses, taken } from "./api-error.ts";
import { selectMatching } from "./filter/select-matching.ts";
import { createId } from "./identifiers.ts";
import { listIdProblems, listRepeated } from "./import-problems.ts";
import type {
  EventType,
  ManagementHandler,
  ManagementRequest,
  ManagementRoute,
  Resource,
} from "./management-request.ts";
import { filterByText, sendList, type TextFilter } from "./paging.ts";
import { parseBody, parseFields } from "./parse-body.ts";
import { findById, type Identified, type Part, putById, replaceById } from "./part.ts";
import { checkReferences, listUnknownReferences, type Reference } from "./references.ts";

type Status = "ACTIVE" | "INACTIVE";
type Stamps = Readonly<Record<"id" | "created" | "lastUpdated", string>>;
type ItemRequest = ManagementRequest & { readonly self: string };

/** Describes a list of objects in the configuration, and its API calls. Checks throw an `ApiError`. */
type Collection<T extends Identified, Body extends v.GenericSchema> = {
  /** The path of one object: `/api/v1/groups/:groupId`. */
  readonly path: string;
  readonly type: string;
  /** The object's name and type in the System Log. Without `target`, events don't list the object. */
  readonly target?: readonly [name: (item: T) => string, type?: string];
  /** Without a prefix there is no POST. Then PUT also creates objects, and its body may be empty. */
  readonly idPrefix?: string;
  readonly events: Readonly<
    Partial<Record<"create" | "replace" | "delete" | "activate" | "deactivate", EventType>>
  >;
  readonly items: Part<T[]>;

  readonly render: (item: T, request: ItemRequest) => object | Promise<object>;
  readonly renderSaved?: (item: T, request: ItemRequest) => object | Promise<object>;
  readonly listing?: {
    readonly pageSize?: number;
    readonly q?: TextFilter<T>;
    /** Enables the parameters `filter` and `search`. Returns values that they can use in addition to the object's. */
    readonly filterOn?: (item: T, configuration: Configuration) => object;
  };
  readonly createdStatus?: 200;

  readonly body: Body;
  /** The object's name in Okta's errors. */
  readonly object: string;
  readonly build: (
    body: v.InferOutput<Body>,
    context: {
      readonly before: T | undefined;
      readonly stamps: Stamps;
      readonly request: ManagementRequest;
    },
  ) => T;
  /** Fields whose value only one object can have. */
  readonly unique?: readonly (readonly [path: string, find: (item: T) => string | undefined])[];
  /** The object's name in the error for a `unique` value that is used already. Default: `object`. */
  readonly takenObject?: string;
  readonly references?: (item: T, latest: Configuration) => readonly Reference[];
  /** Problems that refuse an object in a call and in an imported org: `name: It is reserved`. */
  readonly listProblems?: (item: T) => readonly string[];
  /** Checks only calls, not imported orgs. For references to objects that may have been deleted later. */
  readonly check?: (item: T, latest: Configuration, request: ManagementRequest) => void;
  readonly order?: {
    readonly sort: (items: readonly T[]) => readonly T[];
    readonly insert: (items: readonly T[], item: T) => T[];
    readonly remove: (items: readonly T[], id: string) => T[];
  };
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

  /** Enables the calls that activate and deactivate an object. */
  readonly lifecycle?: {
    readonly check?: (before: T, status: Status) => void;
    /** The response's body. By default, the response has no content. */
    readonly render?: (item: T, request: ItemRequest) => object;
  };
};

export function createCollection<T extends Identified, Body extends v.GenericSchema>(
  collection: Collection<T, Body>,
): Part<T> & Resource & Required<Pick<Resource, "listProblems">> {
  const { path, type, idPrefix, events, items, render, order } = collection;
  const { unique = [], listing = {}, lifecycle, listProblems } = collection;
  const [nameOf, targetType = type] = collection.target ?? [];
  const listPath = path.slice(0, path.lastIndexOf("/"));
  const parameter = path.slice(path.lastIndexOf(":") + 1);

  const part: Part<T> = {
    find: (configuration, request) =>
      findById(items.find(configuration, request), request.param(parameter), type),
    put: (configuration, request, item) => {
      const all = items.find(configuration, request);
      return items.put(configuration, request, replaceById(all, item));
    },
    listAll: (configuration) =>
      items
        .listAll(configuration)
        .flatMap(([place, list]) =>
          list.map((item, index) => [`${place}.${index}`, item] as const),
        ),
  };

  const show = (request: ManagementRequest, item: T, renderAs = render) => {
    const place = listPath.replace(/:(\w+)/g, (_, name: string) => request.param(name));
    return renderAs(item, { ...request, self: `${request.org.baseUrl}${place}/${item.id}` });
  };

  const listItems: ManagementHandler = async (request) => {
    const { c, configuration } = request;
    const { pageSize, q, filterOn } = listing;
    const all = items.find(configuration, request);
    const sorted = order ? order.sort(all) : all;
    const matching = filterOn
      ? await selectMatching(c, sorted, async (item) => ({
          ...(await show(request, item)),
          ...filterOn(item, configuration),
        }))
      : sorted;
    const found = q ? filterByText(request, matching, q) : matching;
    const renderItem = (item: T) => show(request, item);
    return pageSize === undefined
      ? c.json(await Promise.all(found.map(renderItem)))
      : sendList(request, found, renderItem, pageSize);
  };

  const retrieveItem: ManagementHandler = async (request) =>
    request.c.json(await show(request, part.find(request.configuration, request)));

  const saveItem = async (request: ManagementRequest, isNew: boolean) => {
    const { c, org, now } = request;
    const isEmpty = !idPrefix && (await c.req.text()).trim() === "";
    const body = isEmpty
      ? parseFields({}, collection.body, collection.object)
      : await parseBody(c, collection.body, collection.object);
    const id = isNew && idPrefix ? createId(idPrefix) : request.param(parameter);
    const configuration = await org.changeConfiguration((latest) => {
      const all = items.find(latest, request);
      const before = all.find((it) => it.id === id);
      if (!before && !isNew && idPrefix) throw notFound(id, type);
      const created = before ? (before.created ?? defaultCreatedAt) : now;
      const stamps = { id, created, lastUpdated: now };
      const item = collection.build(body, { before, stamps, request });
      const others = all.filter((it) => it !== before);
      checkReferences(collection.references?.(item, latest) ?? []);
      refuseCauses(collection.object, listProblems?.(item) ?? []);
      refuseRepeated(item, others);
      collection.check?.(item, latest, request);
      const list = order ? order.insert(all, item) : putById(all, item);
      const changed = items.put(latest, request, list);
      return before && collection.afterReplace
        ? collection.afterReplace(changed, before, item, request)
        : changed;
    });
    const saved = findById(items.find(configuration, request), id, type);
    const shown = await show({ ...request, configuration }, saved, collection.renderSaved);
    return c.json(shown, isNew ? (collection.createdStatus ?? 201) : 200);
  };

  const refuseRepeated = (item: T, others: readonly T[]) => {
    const fields = unique.filter(([, findValue]) => {
      const value = findValue(item);
      return value !== undefined && others.some((it) => findValue(it) === value);
    });
    const names = fields.map(([field]) => field.slice(field.lastIndexOf(".") + 1));
    if (names.length > 0) throw taken(collection.takenObject ?? collection.object, names);
  };

  const deleteItem: ManagementHandler = async (request) => {
    await request.org.changeConfiguration((latest) => {
      const item = part.find(latest, request);
      collection.checkDelete?.(item);
      const all = items.find(latest, request);
      const rest = order ? order.remove(all, item.id) : all.filter((it) => it !== item);
      const changed = items.put(latest, request, rest);
      return collection.afterDelete?.(changed, item, request) ?? changed;
    });
    return request.c.body(null, collection.deletedStatus ?? 204);
  };

  const changeStatus = async (request: ManagementRequest, status: Status) => {
    const configuration = await request.org.changeConfiguration((latest) => {
      const before = part.find(latest, request);
      lifecycle?.check?.(before, status);
      return part.put(latest, request, { ...before, status, lastUpdated: request.now });
    });
    return lifecycle?.render
      ? request.c.json(await show(request, part.find(configuration, request), lifecycle.render))
      : request.c.body(null, 204);
  };

  const routes: ManagementRoute[] = [
    ["GET", listPath, listItems],
    ["GET", path, retrieveItem],
    ["PUT", path, (request) => saveItem(request, false), events.replace],
    ["DELETE", path, deleteItem, events.delete],
  ];
  if (idPrefix)
    routes.push(["POST", listPath, (request) => saveItem(request, true), events.create]);
  const addLifecycle = (verb: "activate" | "deactivate", status: Status) =>
    routes.push([
      "POST",
      `${path}/lifecycle/${verb}`,
      (request) => changeStatus(request, status),
      events[verb],
    ]);
  if (lifecycle) {
    addLifecycle("activate", "ACTIVE");
    addLifecycle("deactivate", "INACTIVE");
  }

  return {
    ...part,
    routes,
    ...(nameOf && {
      target: {
        parameter,
        type: targetType,
        find: (configuration, id) => {
          const [, found] = part.listAll(configuration).find(([, item]) => item.id === id) ?? [];
          const name = found && nameOf(found);
          return name === undefined
            ? undefined
            : { id, type: targetType, alternateId: name, displayName: name };
        },
      },
    }),
    listProblems: (configuration) => [
      ...items
        .listAll(configuration)
        .flatMap(([place, list]) => [
          ...listIdProblems(place, list),
          ...unique.flatMap(([field, findValue]) => listRepeated(place, field, list, findValue)),
        ]),
      ...part
        .listAll(configuration)
        .flatMap(([place, item]) => [
          ...listUnknownReferences(place, collection.references?.(item, configuration) ?? []),
          ...(listProblems?.(item) ?? []).map((problem) => `${place}.${problem}`),
        ]),
    ],
  };
}

/** Returns an event for each call, such as `policy.lifecycle.create`, "Create policy". */
export function nameEvents(type: string, object: string, ending: "" | "d" = "") {
  const name = (verb: string) =>
    [`${type}.${verb.toLowerCase()}${ending}`, `${verb} ${object}`] as const;
  return {
    create: name("Create"),
    replace: name("Update"),
    delete: name("Delete"),
    activate: name("Activate"),
    deactivate: name("Deactivate"),
  };
}
