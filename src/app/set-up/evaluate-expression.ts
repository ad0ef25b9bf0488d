import * as v from "valibot";
import type { JsonValue } from "../../oidc/json.ts";
import type { ClaimValue, ExpressionEvaluation, UserSetUp } from "../../okta/org-set-up.ts";
import type { ClaimValueEntry } from "../../okta/set-up-change.ts";
import {
  buildExpressionCheck,
  type ExpressionSubject,
  expressionResultSchema,
} from "../set-up-pages/groups-claim/expression-check.ts";
import type { SetUpFetcher } from "./set-up-fetcher.ts";

export type EvaluateExpression = (expression: string) => Promise<ExpressionEvaluation | undefined>;

/** The body was parsed as JSON. */
const jsonValue = v.custom<JsonValue>((value) => value !== undefined);

/**
 * Creates a function that has the org evaluate an expression of a claim, for a user and an app.
 *
 * @returns A function whose result is `undefined` without a user, or if the app is not found.
 */
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

/** Adds the org's evaluation to the value of a claim, if the value is an expression. */
export async function evaluateClaimValue(
  entry: ClaimValueEntry,
  evaluate: EvaluateExpression,
): Promise<ClaimValue> {
  return entry.kind === "filter"
    ? entry
    : { ...entry, evaluation: await evaluate(entry.expression) };
}
