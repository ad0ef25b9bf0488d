import type { ClientContext, JsonValue } from "../claims-context.ts";
import { classicLanguage } from "./classic-language.ts";
import { createEnvironment } from "./create-environment.ts";
import type { Language } from "./environment.ts";
import { evaluate } from "./evaluate.ts";
import { ExpressionError } from "./expression-error.ts";
import { readExpression } from "./read-expression.ts";
import { writeData } from "./values.ts";

/**
 * Evaluates an expression in Okta Expression Language.
 *
 * The expression can only read what the context holds: no JavaScript object is behind a name. Its time and memory are
 * bounded, whatever it says.
 *
 * @param language Federated claims are in Identity Engine's, all others in the classic one.
 * @returns null if the expression has no value.
 * @throws {ExpressionError} It cannot be read, is not supported, or fails in this context.
 * @see Okta Expression Language overview; Okta Expression Language in Okta Identity Engine
 */
export function evaluateExpression(
  expression: string,
  context: ClientContext,
  language: Language = classicLanguage,
): JsonValue {
  const node = readExpression(expression, language);
  const environment = createEnvironment(context, language);
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
  language: Language = classicLanguage,
): ExpressionMistake | undefined {
  try {
    readExpression(expression, language);
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
  language: Language = classicLanguage,
): Evaluation {
  try {
    return { kind: "value", value: evaluateExpression(expression, context, language) };
  } catch (cause) {
    return { kind: "mistake", mistake: describeMistake(cause) };
  }
}

function describeMistake(cause: unknown): ExpressionMistake {
  if (!(cause instanceof ExpressionError)) throw cause;
  const { problem, message, span } = cause;
  return { code: problem.code, message, ...span };
}
