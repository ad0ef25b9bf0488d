import { parseChoice } from "../request-choice.ts";
import type { Run } from "../run.ts";
import { shorten } from "../shorten.ts";
import { findNamedUser, findUserId } from "./claims-sources.ts";
import { isUntrusted } from "./describe-run.ts";

const maxNameLength = 24;

/**
 * Finds a short name of each run's user.
 *
 * @returns Names by run ID. Empty if all runs have the same user. Runs that fail a check have no name.
 */
export function nameUsers(runs: readonly Run[]): ReadonlyMap<string, string> {
  const users = runs.filter((run) => !isUntrusted(run)).map(findUser);
  // With the scope openid alone, a token has only the user's ID. A token of another run may also have the name.
  const namesById = new Map(users.flatMap(({ id, name }) => (id && name ? [[id, name]] : [])));
  const named = users.flatMap(({ runId, id, name, requested }) => {
    const known = namesById.get(id ?? "") ?? name ?? (requested || id);
    return known ? [[runId, known] as const] : [];
  });
  const all = [...new Set(named.map(([, name]) => name))];
  if (all.length < 2) return new Map();
  const areShortNamesUnique = new Set(all.map(withoutDomain)).size === all.length;
  return new Map(
    named.map(([runId, name]) => [
      runId,
      shorten(areShortNamesUnique ? withoutDomain(name) : name, maxNameLength),
    ]),
  );
}

function findUser(run: Run) {
  const id = findUserId(run);
  const named = findNamedUser(run);
  return {
    runId: run.id,
    id,
    name: named === id ? undefined : named,
    /** The user whom the request named. After an error, no token names the user. */
    requested: run.request && parseChoice(run.request.query).person,
  };
}

function withoutDomain(name: string): string {
  return name.replace(/(.)@.*$/, "$1");
}
