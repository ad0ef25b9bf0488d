import * as v from "valibot";
import { groupFilterTypeSchema } from "../../model/claim.ts";
import type { Configuration } from "../../model/configuration.ts";
import { listGroups } from "../../model/directory.ts";
import { filterGroups } from "../../rules/claims/group-filter.ts";
import { findUser } from "../management/users/users.ts";

export const filterCheckSchema = v.object({
  filterType: groupFilterTypeSchema,
  value: v.string(),
  userId: v.string(),
  flow: v.optional(v.picklist(["implicit", "code"]), "implicit"),
});

type FilterCheck =
  /** No match: the claim would be left out. */
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "problem"; readonly message: string }
  | { readonly kind: "too_many" };

export function checkFilter(
  configuration: Configuration,
  { filterType, value, userId, flow }: v.InferOutput<typeof filterCheckSchema>,
): FilterCheck {
  const { id } = findUser(configuration, userId);
  const filtered = filterGroups(listGroups(configuration, id), filterType, value, flow);
  return "message" in filtered ? { kind: "problem", message: filtered.message } : filtered;
}
