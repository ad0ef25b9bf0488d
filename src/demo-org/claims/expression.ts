import type { Subject } from "./evaluate.ts";
import type { JsonValue } from "./standard-claims.ts";

type Value =
  | { readonly kind: "value"; readonly value: JsonValue | undefined }
  | { readonly kind: "failed" };

/** The expressions that a fresh org is set up with, each with what it comes to. */
const known: Record<string, (subject: Subject) => JsonValue | undefined> = {
  "(appuser != null) ? appuser.userName : app.clientId": ({ user }) => user.profile.login,
};

/**
 * Evaluates an Okta expression for a person. One that this org does not know fails, as one with an error does
 * at Okta; it is never passed over in silence.
 */
export function evaluateExpression(expression: string, subject: Subject): Value {
  const evaluate = Object.hasOwn(known, expression) ? known[expression] : undefined;
  return evaluate ? { kind: "value", value: evaluate(subject) } : { kind: "failed" };
}
