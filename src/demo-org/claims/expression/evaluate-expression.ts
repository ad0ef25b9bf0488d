import type { ClientContext, JsonValue } from "../claims-context.ts";
import { createEnvironment } from "./create-environment.ts";
import { evaluate } from "./evaluate.ts";
import { ExpressionError } from "./expression-error.ts";
import type { ClaimPlace } from "./names.ts";
import { readExpression } from "./read-expression.ts";
import { writeData } from "./values.ts";

/**
 * Evaluates an expression in Okta Expression Language, as claims use it.
 *
 * The text reaches what the context holds and nothing else: there is no JavaScript behind a name. It comes to an end
 * soon, whatever is written in it.
 *
 * @returns null where the expression comes to nothing.
 * @throws {ExpressionError} It cannot be read, is not supported, or has no value in this context.
 * @see Okta Expression Language overview
 */
export function evaluateExpression(
  expression: string,
  context: ClientContext,
  place: ClaimPlace = "claim",
): JsonValue {
  const node = readExpression(expression, place);
  const environment = createEnvironment(context, place);
  return writeData(evaluate(node, environment), environment.budget, node.span);
}

/** What is wrong with an expression: a sentence for whoever wrote it, and the part that it is about. */
export type ExpressionMistake = {
  readonly code: ExpressionError["problem"]["code"];
  readonly message: string;
  /** In UTF-16 code units, as the selection of a text field counts. */
  readonly offset: number;
  readonly length: number;
};

/**
 * Says what is wrong with an expression before there is anybody to evaluate it for; undefined where nothing is. That
 * an expression has a value for one person does not follow.
 */
export function findMistake(
  expression: string,
  place: ClaimPlace = "claim",
): ExpressionMistake | undefined {
  try {
    readExpression(expression, place);
    return undefined;
  } catch (cause) {
    return describeMistake(cause);
  }
}

type Evaluation =
  | { readonly kind: "value"; readonly value: JsonValue }
  | { readonly kind: "mistake"; readonly mistake: ExpressionMistake };

/** Evaluates an expression to try it: what is wrong with it is an answer, and no exception. */
export function tryExpression(
  expression: string,
  context: ClientContext,
  place: ClaimPlace = "claim",
): Evaluation {
  try {
    return { kind: "value", value: evaluateExpression(expression, context, place) };
  } catch (cause) {
    return { kind: "mistake", mistake: describeMistake(cause) };
  }
}

function describeMistake(cause: unknown): ExpressionMistake {
  if (!(cause instanceof ExpressionError)) throw cause;
  const { problem, message, span } = cause;
  return { code: problem.code, message, ...span };
}
