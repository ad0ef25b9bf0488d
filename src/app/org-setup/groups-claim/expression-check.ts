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

/** For whom and for which app an expression is tried. */
export type ExpressionSubject = {
  readonly clientId: string;
  readonly userId: string;
  readonly scopes?: readonly string[];
};

/** The org's own call: Okta shows what an expression comes to in Token Preview alone, after it is saved. */
export function buildExpressionCheck(expression: string, subject: ExpressionSubject): ApiCall {
  return {
    method: "POST",
    path: "/demo/v1/expression-check",
    body: { expression, ...subject, flow: "implicit" },
  };
}
