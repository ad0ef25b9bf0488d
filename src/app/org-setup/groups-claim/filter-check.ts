import * as v from "valibot";
import type { ApiCall } from "../api/api-call.ts";
import type { FilterType } from "../api/filter-types.ts";

/** What a filter lets through of one person's groups, or why it cannot be asked. */
export const filterResultSchema = v.variant("kind", [
  v.object({ kind: v.literal("names"), names: v.array(v.string()) }),
  v.object({ kind: v.literal("problem"), message: v.string() }),
  v.object({ kind: v.literal("too_many") }),
]);

export type FilterResult = v.InferOutput<typeof filterResultSchema>;

/** The org's own call: Okta shows what a filter lets through in tokens alone. */
export function buildFilterCheck(filterType: FilterType, value: string, userId: string): ApiCall {
  return { method: "POST", path: "/demo/v1/filter-check", body: { filterType, value, userId } };
}
