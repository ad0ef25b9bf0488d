import type { Configuration } from "../../../model/configuration.ts";
import type { Group } from "../../../model/group.ts";
import { ApiError } from "../api-error.ts";

/** @throws {ApiError} There is no group with this ID. */
export function findGroup({ groups }: Configuration, id: string): Group {
  const group = groups.find((it) => it.id === id);
  if (!group) throw new ApiError({ code: "not_found", id, type: "UserGroup" });
  return group;
}

/**
 * A group that admins can change. Imported groups are changed at their source, and Everyone is managed by the org; the
 * same applies to their members.
 *
 * @throws {ApiError} There is no group with this ID, or it has another type.
 * @see Okta: Groups API, "Group type"
 */
export function findOktaGroup(configuration: Configuration, id: string): Group {
  const group = findGroup(configuration, id);
  switch (group.type) {
    case "OKTA_GROUP":
      return group;
    case "BUILT_IN":
      throw new ApiError({
        code: "forbidden",
        reason: "Everyone can't be changed: the org manages it.",
      });
    case "APP_GROUP":
      throw new ApiError({
        code: "forbidden",
        reason: "This group was imported. Change it at its source.",
      });
    default:
      return group.type satisfies never;
  }
}
