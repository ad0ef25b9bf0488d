import { buildContext } from "../test-context.ts";
import { classicLanguage } from "./classic-language.ts";
import type { Language } from "./environment.ts";
import { evaluateExpression, tryExpression } from "./evaluate-expression.ts";

type Change = Parameters<typeof buildContext>[0];

export function evaluateForIngrid(
  expression: string,
  change?: Change,
  language: Language = classicLanguage,
): unknown {
  return evaluateExpression(expression, buildContext(change), language);
}

export function findMistakeForIngrid(
  expression: string,
  change?: Change,
  language: Language = classicLanguage,
): { readonly code: string; readonly part: string } | undefined {
  const tried = tryExpression(expression, buildContext(change), language);
  if (tried.kind === "value") return undefined;
  const { code, offset, length } = tried.mistake;
  return { code, part: expression.slice(offset, offset + length) };
}
