import type { Configuration } from "../../model/configuration.ts";
import { notFound } from "./api-error.ts";
import type { ManagementRequest } from "./management-request.ts";

export type Identified = { readonly id: string; readonly created?: string | undefined };

/** A part of the configuration that a request identifies, such as the server in the request's path. */
export type Part<P> = {
  readonly find: (configuration: Configuration, request: Pick<ManagementRequest, "param">) => P;
  readonly put: (
    configuration: Configuration,
    request: ManagementRequest,
    part: P,
  ) => Configuration;
  /** Lists all such parts, each with its place in an exported org, such as `customServers.0`. */
  readonly listAll: (
    configuration: Configuration,
  ) => readonly (readonly [place: string, part: P])[];
};

export const wholeOrg: Part<Configuration> = {
  find: (configuration) => configuration,
  put: (_configuration, _request, changed) => changed,
  listAll: (configuration) => [["", configuration]],
};

/** Returns the part that is a member of a parent, such as the `scopes` of a server. */
export function partIn<K extends string, V, P extends Record<K, V>>(
  parent: Part<P>,
  key: K,
): Part<V> {
  return {
    find: (configuration, request) => parent.find(configuration, request)[key],
    put: (configuration, request, part) =>
      parent.put(configuration, request, { ...parent.find(configuration, request), [key]: part }),
    listAll: (configuration) =>
      parent
        .listAll(configuration)
        .map(([place, part]) => [place === "" ? key : `${place}.${key}`, part[key]]),
  };
}

export function findById<T extends Identified>(items: readonly T[], id: string, type: string): T {
  const found = items.find((it) => it.id === id);
  if (!found) throw notFound(id, type);
  return found;
}

export function putById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id) ? replaceById(items, item) : [...items, item];
}

export function replaceById<T extends Identified>(items: readonly T[], item: T): T[] {
  return items.map((it) => (it.id === item.id ? item : it));
}
