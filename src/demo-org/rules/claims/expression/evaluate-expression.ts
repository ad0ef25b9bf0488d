import type { ExpressionContext, JsonValue } from "../claims-context.ts";
import { classicLanguage } from "./classic-language.ts";
import type { Environment, Language } from "./environment.ts";
import { evaluate } from "./evaluate.ts";
import { ExpressionError } from "./expression-error.ts";
import { createBudget } from "./limits.ts";
import { parseSupported } from "./parse-supported.ts";
import { isFields, toValue, type Value, writeData } from "./values.ts";

/**
 * Evaluates an untrusted expression. The expression can only read the context, and its time and memory are limited.
 *
 * @returns The value; null if the expression has none.
 * @throws {ExpressionError} The expression can't be parsed, is not supported, or fails in this context.
 * @see Okta Expression Language overview; Okta Expression Language in Okta Identity Engine
 */
export function evaluateExpression(
  expression: string,
  context: ExpressionContext,
  language: Language = classicLanguage,
): JsonValue {
  const node = parseSupported(expression, language);
  const environment = createEnvironment(context, language);
  return writeData(evaluate(node, environment), environment.budget, node.span);
}

/** Checks an expression without a user; it can still fail for a user. @returns undefined if the expression is valid. */
export function findMistake(expression: string, language: Language = classicLanguage) {
  try {
    parseSupported(expression, language);
    return undefined;
  } catch (cause) {
    return describeMistake(cause);
  }
}

export function tryExpression(
  expression: string,
  context: ExpressionContext,
  language: Language = classicLanguage,
) {
  try {
    return { kind: "value", value: evaluateExpression(expression, context, language) } as const;
  } catch (cause) {
    return { kind: "mistake", mistake: describeMistake(cause) } as const;
  }
}

function describeMistake(cause: unknown) {
  if (!(cause instanceof ExpressionError)) throw cause;
  const { code, message, span } = cause;
  return { code, message, ...span };
}

function createEnvironment(context: ExpressionContext, language: Language): Environment {
  const budget = createBudget();
  const known = new Map<string, Value>();
  const resolveName: Environment["resolveName"] = (name, span) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const root = language.roots.get(name);
    const data = toValue(root?.read(context), budget, span);
    const value = isFields(data) ? { ...data, isOpen: root?.members === undefined } : data;
    known.set(name, value);
    return value;
  };
  return { context, budget, language, resolveName };
}
