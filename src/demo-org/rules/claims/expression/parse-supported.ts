import { groupLanguage } from "./classic-language.ts";
import type { ExpressionFunction, Language } from "./environment.ts";
import { ExpressionError, refuseCount, refuseMissing } from "./expression-error.ts";
import { findCall } from "./find-call.ts";
import { checkMember, checkRoot, refuseCall } from "./names.ts";
import { parseExpression } from "./parse.ts";
import type { Node, NodeOf, Span } from "./syntax-tree.ts";

const groupExpressionFunction = "getFilteredGroups";

/**
 * Parses an expression, and checks everything that doesn't depend on a user: syntax, names, argument counts, and the
 * inner group expression.
 *
 * @throws {ExpressionError} A check fails.
 */
export function parseSupported(expression: string, language: Language): Node {
  const node = parseExpression(expression);
  checkNode(node, { language, isProjected: false });
  return node;
}

/** Errors have their position in the whole expression, or the position of `text` if its value is computed. */
export function parseSupportedGroupExpression(expression: string, text: Node): Node {
  return placeWithin(text, () => parseSupported(expression, groupLanguage));
}

/** @throws {ExpressionError} The inner expression's error, with its position in the outer expression. */
export function placeWithin<T>(text: Node, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof ExpressionError)) throw cause;
    const { code, message, span } = cause;
    const isPlain = text.kind === "literal" && text.isVerbatim && typeof text.value === "string";
    const offset = text.span.offset + 1 + span.offset;
    throw new ExpressionError(code, message, isPlain ? { ...span, offset } : text.span);
  }
}

type Scope = {
  readonly language: Language;
  /** Names inside a projection are known only during evaluation. */
  readonly isProjected: boolean;
};

function checkNode(node: Node, scope: Scope): void {
  if (node.kind === "call") {
    checkCall(node, scope);
    return;
  }
  const [, projected] = node.kind === "projection" ? node.parts : [];
  for (const part of node.parts)
    checkNode(part, part === projected ? { ...scope, isProjected: true } : scope);
  if (scope.isProjected) return;
  const check = (target: Node, name: string, span: Span) => {
    if (target.kind === "name") checkMember(target.name, name, scope.language, span);
  };
  if (node.kind === "name") checkRoot(node.name, scope.language, node.span);
  if (node.kind === "member") check(node.parts[0], node.name, node.span);
  if (node.kind === "index") {
    // `user['login']` is the same as `user.login`.
    const [target, index] = node.parts;
    if (index.kind === "literal" && typeof index.value === "string")
      check(target, index.value, index.span);
  }
}

function checkCall(node: NodeOf<"call">, scope: Scope): void {
  const { name, span } = node;
  const found = findCall(node, scope.language);
  if (!found) {
    const [calledOn] = node.parts;
    if (name.startsWith(".") && calledOn) checkNode(calledOn, scope);
    throw refuseCall(name, scope.language, span);
  }
  const { called, isMethod, parameters } = found;
  if (scope.language === groupLanguage && name === groupExpressionFunction) {
    const advice = "The inner expression can only use the group itself.";
    throw refuseMissing(`a nested ${name}()`, { code: "not_supported", advice }, span);
  }
  if (!takesCount(called, parameters.length - Number(isMethod)))
    throw refuseCount(name.replace(/^\./, ""), describeParameters(called), span);
  for (const parameter of parameters) checkNode(parameter, scope);
  const text = parameters[1];
  if (
    name === groupExpressionFunction &&
    text?.kind === "literal" &&
    typeof text.value === "string"
  )
    parseSupportedGroupExpression(text.value, text);
}

function takesCount({ parameters }: ExpressionFunction, count: number): boolean {
  const required = parameters.filter((name) => !name.endsWith("?")).length;
  return count >= required && (isVariadic(parameters) || count <= parameters.length);
}

function describeParameters({ parameters }: ExpressionFunction): string {
  if (parameters.length === 0) return "no arguments";
  const required = parameters.filter((name) => !name.endsWith("?")).length;
  const most = parameters.length;
  const number = required < most && !isVariadic(parameters) ? `${required} or ${most}` : `${most}`;
  const names = parameters.map((name) => name.replace(/^\.\.\.|\?$/g, ""));
  const more = isVariadic(parameters) ? " or more" : "";
  return `${number} ${number === "1" ? "argument" : "arguments"}${more}: ${names.join(", ")}`;
}

function isVariadic(parameters: readonly string[]): boolean {
  return parameters.at(-1)?.startsWith("...") ?? false;
}
