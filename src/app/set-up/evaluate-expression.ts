import * as v from "valibot";
import type { JsonValue } from "../../oidc/json.ts";
import type { ClaimValue, ExpressionEvaluation, UserSetUp } from "../../okta/org-set-up.ts";
import type { ClaimValueEntry } from "../../okta/set-up-change.ts";
import {
  buildExpressionCheck,
  type ExpressionSubject,
  expressionResultSchema,
} from "../org-setup/groups-claim/expression-check.ts";
import type { SetUpFetcher } from "./set-up-fetcher.ts";

export type EvaluateExpression = (expression: string) => Promise<ExpressionEvaluation | undefined>;

/** The body was parsed as JSON. */
const jsonValue = v.custom<JsonValue>((value) => value !== undefined);

/** Asks the org to evaluate the expressions of claims, for a user and an app. */
export function createExpressionEvaluator(
  { fetchOptional }: SetUpFetcher,
  knownUser: Promise<UserSetUp | undefined> | undefined,
  subject: ExpressionSubject,
): EvaluateExpression {
  return async (expression) => {
    const user = await knownUser;
    if (!user) return undefined;
    // An inactive app is not found.
    const result = await fetchOptional(
      buildExpressionCheck(expression, subject, user.id),
      expressionResultSchema,
    );
    if (!result) return undefined;
    if (result.kind === "mistake") return { kind: "failed", message: result.message };
    const value = v.safeParse(jsonValue, result.value);
    return value.success && value.output !== null
      ? { kind: "value", value: value.output }
      : { kind: "nothing" };
  };
}

/** A claim's configured value, with the org's evaluation. */
export async function evaluateClaimValue(
  entry: ClaimValueEntry,
  evaluate: EvaluateExpression,
): Promise<ClaimValue> {
  return entry.kind === "filter"
    ? entry
    : { ...entry, evaluation: await evaluate(entry.expression) };
}
