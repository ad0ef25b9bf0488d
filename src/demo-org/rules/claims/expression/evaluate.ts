import type { Group } from "../../../model/group.ts";
import { parsePattern } from "../pattern.ts";
import type { Argument, Environment } from "./environment.ts";
import { ExpressionError } from "./expression-error.ts";
import { findCall } from "./find-call.ts";
import { describeGroup } from "./group-value.ts";
import { refuseCall } from "./names.ts";
import { add, compare, refuse, requireNumber, subtract } from "./operations.ts";
import { parseSupportedGroupExpression, placeWithin } from "./parse-supported.ts";
import { preparePattern } from "./prepare-pattern.ts";
import type { Node, Span } from "./syntax-tree.ts";
import { isFields, isList, isSame, type Value } from "./values.ts";

export function evaluate(node: Node, environment: Environment): Value {
  environment.budget.spend(1, node.span);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "name":
      return environment.resolveName(node.name, node.span);
    case "member":
      return findMember(node, evaluate(node.target, environment));
    case "index":
      return findEntry(node, evaluate(node.target, environment), evaluate(node.index, environment));
    case "call":
      return evaluateCall(node, environment);
    case "list":
      return node.entries.map((entry) => evaluate(entry, environment));
    case "map": {
      const entries = node.entries.map(([key, it]) => [key, evaluate(it, environment)] as const);
      return { fields: new Map(entries), isOpen: true };
    }
    case "not":
      return !evaluateCondition(node.operand, environment);
    case "negative":
      return -requireNumber(evaluate(node.operand, environment), node.operand.span);
    case "binary":
      return evaluateBinary(node, environment);
    case "conditional": {
      const isMet = evaluateCondition(node.condition, environment);
      return evaluate(isMet ? node.then : node.otherwise, environment);
    }
    case "default": {
      const value = evaluate(node.value, environment);
      return value === null || value === "" ? evaluate(node.fallback, environment) : value;
    }
    case "projection":
      return project(node, environment);
    default:
      return node satisfies never;
  }
}

function evaluateCondition(node: Node, environment: Environment): boolean {
  const value = evaluate(node, environment);
  if (typeof value !== "boolean") throw refuse(value, "true or false", node.span);
  return value;
}

function evaluateBinary(node: Extract<Node, { kind: "binary" }>, environment: Environment): Value {
  const { operator } = node;
  if (operator === "AND")
    return evaluateCondition(node.left, environment) && evaluateCondition(node.right, environment);
  if (operator === "OR")
    return evaluateCondition(node.left, environment) || evaluateCondition(node.right, environment);

  const { budget } = environment;
  const left = evaluate(node.left, environment);
  const right = evaluate(node.right, environment);
  const operands = { left, right, node };
  switch (operator) {
    case "+":
      return add(operands, budget);
    case "-":
      return subtract(operands);
    case "==":
      return isSame(left, right, budget, node.span);
    case "!=":
      return !isSame(left, right, budget, node.span);
    case "matches":
      if (typeof left !== "string") throw refuse(left, "a string", node.left.span);
      if (typeof right !== "string") throw refuse(right, "a string", node.right.span);
      return preparePattern(parsePattern(right), budget, node.right.span)(left);
    default:
      return compare(operator, operands);
  }
}

function evaluateCall(node: Extract<Node, { kind: "call" }>, environment: Environment): Value {
  const found = findCall(node, environment.language);
  if (!found) throw refuseCall(node.name, environment.language, node.span);
  const parameters = found.parameters.map((it) => ({ value: evaluate(it, environment), node: it }));
  return found.called.evaluate({
    span: node.span,
    parameters,
    environment,
    buildGroupExpression: (argument) => buildGroupExpression(argument, environment),
  });
}

function buildGroupExpression(
  { value, node: text }: Argument,
  environment: Environment,
): (group: Group) => Value {
  if (typeof value !== "string") throw refuse(value, "a string with an expression", text.span);
  const node = parseSupportedGroupExpression(value, text);
  return (group) => {
    const resolveName: Environment["resolveName"] = (name, span) =>
      name === "group"
        ? describeGroup(group, environment.budget, span)
        : environment.resolveName(name, span);
    try {
      return evaluate(node, { ...environment, resolveName });
    } catch (cause) {
      if (!(cause instanceof ExpressionError)) throw cause;
      throw new ExpressionError(cause.problem, placeWithin(text, cause.span));
    }
  };
}

function project(node: Extract<Node, { kind: "projection" }>, environment: Environment): Value {
  const target = evaluate(node.target, environment);
  if (!isList(target)) throw refuse(target, "an array", node.target.span);
  return target.map((entry) => {
    const resolveName: Environment["resolveName"] = (name, span) =>
      findMember({ name, span, target: node.target }, entry);
    return evaluate(node.projected, { ...environment, resolveName });
  });
}

/** Members of Identity Engine's language only. Custom attributes can have the same names. */
const identityEngineMembers: ReadonlyMap<string, string> = new Map([
  ["user.lastLogin", "Only federated claims have it."],
  ["user.passwordChanged", "Only federated claims have it."],
  ["user.id", 'Use user.getInternalProperty("id").'],
  ["user.status", 'Use user.getInternalProperty("status").'],
  ["user.created", 'Use user.getInternalProperty("created").'],
  ["user.lastUpdated", 'Use user.getInternalProperty("lastUpdated").'],
  ["user.profile", "For the attribute email, use user.email."],
  ["appuser.entitlements", "Demo users have no entitlements."],
]);

/** @returns null for an attribute that a profile lacks. @throws {ExpressionError} The value has no such member. */
function findMember(
  node: { readonly name: string; readonly span: Span; readonly target: Node },
  value: Value,
): Value {
  const { name, span, target } = node;
  if (!isFields(value)) throw refuse(value, `an object with ${name}`, target.span);
  const found = value.fields.get(name);
  if (found !== undefined) return found;
  if (!value.isOpen)
    throw new ExpressionError(
      { code: "no_such_member", name, members: [...value.fields.keys()] },
      span,
    );
  const path = target.kind === "name" ? `${target.name}.${name}` : "";
  const advice = identityEngineMembers.get(path);
  if (advice !== undefined)
    throw new ExpressionError({ code: "not_supported", name: path, advice }, span);
  return null;
}

function findEntry(node: Extract<Node, { kind: "index" }>, value: Value, index: Value): Value {
  if (isFields(value)) {
    if (typeof index !== "string") throw refuse(index, "a string as the key", node.index.span);
    return findMember({ name: index, span: node.index.span, target: node.target }, value);
  }
  if (!isList(value)) throw refuse(value, "an array or an object", node.target.span);
  if (typeof index !== "number") throw refuse(index, "a number as the index", node.index.span);
  const entry = value[index];
  if (entry !== undefined) return entry;
  const problem = { code: "no_such_entry", of: "list", index, length: value.length } as const;
  throw new ExpressionError(problem, node.index.span);
}
