import * as v from "valibot";
import type { ApiCall } from "../../org-api/api-call.ts";

const language = v.picklist(["classic", "identity-engine"]);

export const expressionResultSchema = v.variant("kind", [
  v.object({ kind: v.literal("value"), language, value: v.unknown() }),
  v.object({
    kind: v.literal("mistake"),
    language,
    message: v.string(),
    /** In UTF-16 code units, as JavaScript counts. */
    offset: v.number(),
    length: v.number(),
  }),
]);

export type ExpressionResult = v.InferOutput<typeof expressionResultSchema>;

export type ExpressionSubject =
  | {
      readonly clientId: string;
      readonly scopes: readonly string[];
      /** Federated claims use Identity Engine's expression language, all others the classic one. */
      readonly place?: "federated claim";
      /** Only the code flow allows more than a hundred groups. */
      readonly flow?: "implicit" | "code";
    }
  | { readonly place: "group rule" };

/** The demo org's own call. Okta shows an expression's value only in Token Preview, after saving. */
export function buildExpressionCheck(
  expression: string,
  subject: ExpressionSubject,
  userId: string,
): ApiCall {
  return {
    method: "POST",
    path: "/demo/v1/expression-check",
    body: { expression, flow: "implicit", ...subject, userId },
  };
}
