import type { Configuration } from "../../model/configuration.ts";
import type { Party } from "../state/log-event.ts";
import { describeParty } from "./parties.ts";

/** How the System Log names the objects whose IDs follow a path segment: `groups` in `/groups/00g1/users/00u1`. */
export type PathTarget = {
  readonly segment: string;
  readonly type: string;
  readonly find: (configuration: Configuration, id: string) => Party | undefined;
};

export function describeNamed(
  segment: string,
  type: string,
  list: (configuration: Configuration) => readonly { readonly id: string; readonly name: string }[],
): PathTarget {
  return {
    segment,
    type,
    find: (configuration, id) => {
      const found = list(configuration).find((it) => it.id === id);
      return found && describeParty(type, id, { alternateId: found.name, displayName: found.name });
    },
  };
}

/** The last one first: the user, then the group. A deleted object is only in the older configuration. */
export function listPathTargets(
  path: string,
  created: string | undefined,
  configurations: readonly Configuration[],
  targets: readonly PathTarget[],
): readonly Party[] {
  const parts = path.split("/").slice(1).map(decodeURIComponent);
  const ids = created === undefined ? parts : [...parts, created];
  return ids
    .flatMap((segment, index) => {
      const target = targets.find((it) => it.segment === segment);
      const id = ids[index + 1];
      if (index % 2 !== 0 || !target || id === undefined) return [];
      const [found] = configurations.flatMap((it) => target.find(it, id) ?? []);
      return [found ?? describeParty(target.type, id, { alternateId: null, displayName: null })];
    })
    .reverse();
}
