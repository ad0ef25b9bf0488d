import * as v from "valibot";
import type { ApiCall } from "../api/api-call.ts";

/** What an expression comes to for one person, or what is wrong with it and where. */
export const expressionResultSchema = v.variant("kind", [
  v.object({ kind: v.literal("value"), value: v.unknown() }),
  v.object({
    kind: v.literal("mistake"),
    message: v.string(),
    /** In UTF-16 code units, as JavaScript counts. */
    offset: v.number(),
    length: v.number(),
  }),
]);

export type ExpressionResult = v.InferOutput<typeof expressionResultSchema>;

/** For which app an expression is tried, and in which request. */
export type ExpressionSubject = {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Whose language it is in: of federated claims, or else of all others. */
  readonly place?: "federated claim";
};

/** The org's own call: Okta shows what an expression comes to in Token Preview alone, after it is saved. */
export function buildExpressionCheck(
  expression: string,
  subject: ExpressionSubject,
  userId: string,
): ApiCall {
  return {
    method: "POST",
    path: "/demo/v1/expression-check",
    body: { expression, ...subject, userId, flow: "implicit" },
  };
}
