import * as v from "valibot";
import type { ApiCall } from "../api/api-call.ts";
import type { FilterType } from "../api/filter-types.ts";

/** One person's groups that match a filter, or why there are none to show. */
export const filterResultSchema = v.variant("kind", [
  v.object({ kind: v.literal("names"), names: v.array(v.string()) }),
  v.object({ kind: v.literal("problem"), message: v.string() }),
  v.object({ kind: v.literal("too_many") }),
]);

export type FilterResult = v.InferOutput<typeof filterResultSchema>;

/** The demo org's own call. Okta shows a filter's result only in tokens. */
export function buildFilterCheck(filterType: FilterType, value: string, userId: string): ApiCall {
  return { method: "POST", path: "/demo/v1/filter-check", body: { filterType, value, userId } };
}
