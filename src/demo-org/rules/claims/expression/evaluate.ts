import type { Group } from "../../../model/group.ts";
import { parsePattern } from "../pattern.ts";
import type { Argument, Environment } from "./environment.ts";
import { ExpressionError } from "./expression-error.ts";
import { findCall } from "./find-call.ts";
import { describeGroup } from "./group-value.ts";
import { findEntry, findMember } from "./members.ts";
import { refuseCall } from "./names.ts";
import { add, compare, refuse, requireNumber, subtract } from "./operations.ts";
import { parseSupportedGroupExpression, placeWithin } from "./parse-supported.ts";
import { preparePattern } from "./prepare-pattern.ts";
import type { Node } from "./syntax-tree.ts";
import { isList, isSame, type Value } from "./values.ts";

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
