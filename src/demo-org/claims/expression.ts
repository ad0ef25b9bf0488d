import type { ClaimsContext, JsonValue } from "./claims-context.ts";

/** An expression that the org does not know how to evaluate. */
export class UnsupportedExpressionError extends Error {
  override readonly name = "UnsupportedExpressionError";
  readonly expression: string;

  constructor(expression: string) {
    super(`Unsupported expression: ${expression}`);
    this.expression = expression;
  }
}

type Evaluate = (context: ClaimsContext) => JsonValue | null;

/** Each as a new authorization server has it. There is always a person in the flows that the org has. */
const known: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ["(appuser != null) ? appuser.userName : app.clientId", ({ appUser }) => appUser.userName],
]);

/**
 * The value of an expression in Okta Expression Language. The org knows the expressions of a new server and no other.
 *
 * @returns null where the expression comes to nothing, and the claim is to be left out.
 * @throws {UnsupportedExpressionError} It is any other: better refused by name than passed over.
 * @see Okta Expression Language overview
 */
export function evaluateExpression(expression: string, context: ClaimsContext): JsonValue | null {
  const evaluate = known.get(expression);
  if (!evaluate) throw new UnsupportedExpressionError(expression);
  return evaluate(context);
}
