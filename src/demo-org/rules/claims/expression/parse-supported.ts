import { groupLanguage } from "./classic-language.ts";
import type { ExpressionFunction, Language } from "./environment.ts";
import { ExpressionError } from "./expression-error.ts";
import { findCall } from "./find-call.ts";
import { checkMember, checkRoot, refuseCall } from "./names.ts";
import { parseExpression } from "./parse.ts";
import type { Node } from "./syntax-tree.ts";

const groupExpressionFunction = "getFilteredGroups";

/** Checks all that needs no user: syntax, names, argument counts, the inner group expression. */
export function parseSupported(expression: string, language: Language): Node {
  const node = parseExpression(expression);
  checkNode(node, { language, isProjected: false });
  return node;
}

/** Errors get their position in the whole expression, or that of the string if it is computed. */
export function parseSupportedGroupExpression(expression: string, text: Node): Node {
  try {
    return parseSupported(expression, groupLanguage);
  } catch (cause) {
    if (!(cause instanceof ExpressionError)) throw cause;
    throw new ExpressionError(cause.problem, placeWithin(text, cause.span));
  }
}

export function placeWithin(text: Node, inside: Node["span"]): Node["span"] {
  const isPlain = text.kind === "literal" && text.isVerbatim && typeof text.value === "string";
  return isPlain ? { ...inside, offset: text.span.offset + 1 + inside.offset } : text.span;
}

type Scope = {
  readonly language: Language;
  /** Names inside a projection are known only during evaluation. */
  readonly isProjected: boolean;
};

function checkNode(node: Node, scope: Scope): void {
  switch (node.kind) {
    case "literal":
      return;
    case "name":
      if (!scope.isProjected) checkRoot(node.name, scope.language, node.span);
      return;
    case "member":
      checkNode(node.target, scope);
      if (node.target.kind === "name" && !scope.isProjected)
        checkMember(node.target.name, node.name, scope.language, node.span);
      return;
    case "index":
      checkNode(node.target, scope);
      checkNode(node.index, scope);
      checkEntry(node, scope);
      return;
    case "projection":
      checkNode(node.target, scope);
      checkNode(node.projected, { ...scope, isProjected: true });
      return;
    case "call":
      checkCall(node, scope);
      return;
    default:
      for (const part of listParts(node)) checkNode(part, scope);
  }
}

/** `user['login']` is the same as `user.login`. */
function checkEntry({ target, index }: Extract<Node, { kind: "index" }>, scope: Scope): void {
  if (target.kind !== "name" || scope.isProjected || index.kind !== "literal") return;
  if (typeof index.value === "string")
    checkMember(target.name, index.value, scope.language, index.span);
}

function checkCall(node: Extract<Node, { kind: "call" }>, scope: Scope): void {
  const { name, span } = node;
  const found = findCall(node, scope.language);
  if (!found) {
    const [calledOn] = node.parameters;
    if (name.startsWith(".") && calledOn) checkNode(calledOn, scope);
    throw refuseCall(name, scope.language, span);
  }
  const { called, isMethod, parameters } = found;
  if (scope.language === groupLanguage && name === groupExpressionFunction) {
    const advice = "The inner expression can only use the group itself.";
    throw new ExpressionError({ code: "not_supported", name: `a nested ${name}()`, advice }, span);
  }
  if (!takesCount(called, parameters.length - Number(isMethod))) {
    const takes = describeParameters(called);
    const problem = { code: "wrong_argument_count", name: name.replace(/^\./, ""), takes } as const;
    throw new ExpressionError(problem, span);
  }
  for (const parameter of parameters) checkNode(parameter, scope);
  const text = parameters[1];
  if (
    name === groupExpressionFunction &&
    text?.kind === "literal" &&
    typeof text.value === "string"
  )
    parseSupportedGroupExpression(text.value, text);
}

function listParts(
  node: Exclude<Node, { kind: "literal" | "name" | "member" | "index" | "projection" | "call" }>,
): readonly Node[] {
  switch (node.kind) {
    case "list":
      return node.entries;
    case "map":
      return node.entries.map(([, value]) => value);
    case "not":
    case "negative":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.then, node.otherwise];
    case "default":
      return [node.value, node.fallback];
    default:
      return node satisfies never;
  }
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
