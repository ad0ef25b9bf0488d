import type { Configuration } from "../../../model/configuration.ts";
import type { CustomServer } from "../../../model/custom-server.ts";
import { ApiError } from "../api-error.ts";

/** @throws {ApiError} The server lacks one of the scopes. */
export function checkScopesExist(
  { scopes }: Pick<CustomServer, "scopes">,
  names: readonly string[],
  field: string,
): void {
  check(names, new Set(scopes.map(({ name }) => name)), field, "scope");
}

/** @throws {ApiError} One of the IDs is neither an app's nor `ALL_CLIENTS`. */
export function checkClientsExist(
  { applications }: Configuration,
  ids: readonly string[],
  field: string,
): void {
  const known = applications.map(({ credentials }) => credentials.oauthClient.client_id);
  check(ids, new Set(["ALL_CLIENTS", ...known]), field, "client");
}

/** @throws {ApiError} One of the IDs is neither a group's nor `EVERYONE`. */
export function checkGroupsExist(
  { groups }: Configuration,
  ids: readonly string[],
  field: string,
): void {
  check(ids, new Set(["EVERYONE", ...groups.map(({ id }) => id)]), field, "group");
}

/** @throws {ApiError} One of the IDs is not a user's. */
export function checkUsersExist(
  { users }: Configuration,
  ids: readonly string[],
  field: string,
): void {
  check(ids, new Set(users.map(({ id }) => id)), field, "user");
}

function check(
  names: readonly string[],
  known: ReadonlySet<string>,
  field: string,
  what: string,
): void {
  const causes = names
    .filter((it) => !known.has(it))
    .map((it) => `${field}: There is no ${what} '${it}'`);
  if (causes.length > 0) throw new ApiError({ code: "invalid", object: field, causes });
}
