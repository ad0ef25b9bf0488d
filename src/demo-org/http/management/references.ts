import type { Configuration } from "../../model/configuration.ts";
import type { CustomServer } from "../../model/custom-server.ts";
import { refuseCauses } from "./api-error.ts";
import { listEntries, listUnknown } from "./import-problems.ts";

export type Reference = {
  readonly field: string;
  readonly values: readonly string[];
  readonly what: "user" | "group" | "client" | "scope";
  readonly known: readonly string[];
};

type Field = Pick<Reference, "field" | "values">;

export function refersToUsers(field: Field, { users }: Configuration): Reference {
  return { ...field, what: "user", known: users.map(({ id }) => id) };
}

export function refersToGroups(field: Field, { groups }: Configuration): Reference {
  return { ...field, what: "group", known: groups.map(({ id }) => id) };
}

export function refersToGroupsOrEveryone(field: Field, { groups }: Configuration): Reference {
  return { ...field, what: "group", known: ["EVERYONE", ...groups.map(({ id }) => id)] };
}

export function refersToClients(field: Field, { applications }: Configuration): Reference {
  const clientIds = applications.map(({ credentials }) => credentials.oauthClient.client_id);
  return { ...field, what: "client", known: ["ALL_CLIENTS", ...clientIds] };
}

export function refersToScopes(field: Field, { scopes }: Pick<CustomServer, "scopes">): Reference {
  return { ...field, what: "scope", known: scopes.map(({ name }) => name) };
}

/** @throws {ApiError} The causes are the unknown objects of the first such field. */
export function checkReferences(references: readonly Reference[]): void {
  for (const { field, values, what, known } of references) {
    const unknown = values.filter((it) => !known.includes(it));
    const causes = unknown.map((it) => `${field}: There is no ${what} '${it}'`);
    refuseCauses(field, causes);
  }
}

export function listUnknownReferences(
  place: string,
  references: readonly Reference[],
): readonly string[] {
  return references.flatMap(({ field, values, what, known }) =>
    listUnknown(listEntries(`${place}.${field}`, values), known, what),
  );
}
