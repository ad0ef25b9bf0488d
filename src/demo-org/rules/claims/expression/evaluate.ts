import type { Group } from "../../../model/group.ts";
import { parsePattern } from "../pattern.ts";
import type { Argument, Environment } from "./environment.ts";
import { refuseIndex, refuseMissing } from "./expression-error.ts";
import { findCall } from "./find-call.ts";
import { describeGroup } from "./group-value.ts";
import { refuseCall, refuseMember } from "./names.ts";
import { add, compare, requireNumber, subtract } from "./operations.ts";
import { parseSupportedGroupExpression, placeWithin } from "./parse-supported.ts";
import { preparePattern } from "./prepare-pattern.ts";
import type { Node, NodeOf, Span } from "./syntax-tree.ts";
import { isFields, isList, isSame, refuseType, type Value } from "./values.ts";

export function evaluate(node: Node, environment: Environment): Value {
  environment.budget.spend(1, node.span);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "name":
      return environment.resolveName(node.name, node.span);
    case "member":
      return findMember(evaluate(node.parts[0], environment), node.name, node.span, node.parts[0]);
    case "index":
      return findEntry(node, environment);
    case "call":
      return evaluateCall(node, environment);
    case "list":
      return node.parts.map((part) => evaluate(part, environment));
    case "map": {
      const values = node.parts.map((part) => evaluate(part, environment));
      const fields = new Map(node.keys.map((key, index) => [key, values[index] ?? null]));
      return { fields, isOpen: true };
    }
    case "not":
      return !evaluateCondition(node.parts[0], environment);
    case "negative": {
      const [operand] = node.parts;
      return -requireNumber(evaluate(operand, environment), operand.span);
    }
    case "binary":
      return evaluateBinary(node, environment);
    case "conditional": {
      const [condition, then, otherwise] = node.parts;
      return evaluate(evaluateCondition(condition, environment) ? then : otherwise, environment);
    }
    case "default": {
      const [first, fallback] = node.parts;
      const value = evaluate(first, environment);
      return value === null || value === "" ? evaluate(fallback, environment) : value;
    }
    case "projection":
      return project(node, environment);
    default:
      return node satisfies never;
  }
}

function evaluateCondition(node: Node, environment: Environment): boolean {
  const value = evaluate(node, environment);
  if (typeof value !== "boolean") throw refuseType(value, "true or false", node.span);
  return value;
}

function evaluateBinary(node: NodeOf<"binary">, environment: Environment): Value {
  const { operator } = node;
  const [leftNode, rightNode] = node.parts;
  if (operator === "AND")
    return evaluateCondition(leftNode, environment) && evaluateCondition(rightNode, environment);
  if (operator === "OR")
    return evaluateCondition(leftNode, environment) || evaluateCondition(rightNode, environment);

  const { budget } = environment;
  const left = evaluate(leftNode, environment);
  const right = evaluate(rightNode, environment);
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
      if (typeof left !== "string") throw refuseType(left, "a string", leftNode.span);
      if (typeof right !== "string") throw refuseType(right, "a string", rightNode.span);
      return preparePattern(parsePattern(right), budget, rightNode.span)(left);
    default:
      return compare(operator, operands);
  }
}

function evaluateCall(node: NodeOf<"call">, environment: Environment): Value {
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
  if (typeof value !== "string") throw refuseType(value, "a string with an expression", text.span);
  const node = parseSupportedGroupExpression(value, text);
  return (group) => {
    const resolveName: Environment["resolveName"] = (name, span) =>
      name === "group"
        ? describeGroup(group, environment.budget, span)
        : environment.resolveName(name, span);
    return placeWithin(text, () => evaluate(node, { ...environment, resolveName }));
  };
}

function project(
  { parts: [listNode, projected] }: NodeOf<"projection">,
  environment: Environment,
): Value {
  const list = evaluate(listNode, environment);
  if (!isList(list)) throw refuseType(list, "an array", listNode.span);
  return list.map((entry) => {
    const resolveName: Environment["resolveName"] = (name, span) =>
      findMember(entry, name, span, listNode);
    return evaluate(projected, { ...environment, resolveName });
  });
}

/** Members that only Identity Engine's language has, with advice. Custom attributes can have the same names. */
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
function findMember(value: Value, name: string, span: Span, target: Node): Value {
  if (!isFields(value)) throw refuseType(value, `an object with ${name}`, target.span);
  const found = value.fields.get(name);
  if (found !== undefined) return found;
  if (!value.isOpen) throw refuseMember(name, [...value.fields.keys()], span);
  const path = target.kind === "name" ? `${target.name}.${name}` : "";
  const advice = identityEngineMembers.get(path);
  if (advice !== undefined) throw refuseMissing(path, { code: "not_supported", advice }, span);
  return null;
}

function findEntry(
  { parts: [target, indexNode] }: NodeOf<"index">,
  environment: Environment,
): Value {
  const value = evaluate(target, environment);
  const index = evaluate(indexNode, environment);
  if (isFields(value)) {
    if (typeof index !== "string") throw refuseType(index, "a string as the key", indexNode.span);
    return findMember(value, index, indexNode.span, target);
  }
  if (!isList(value)) throw refuseType(value, "an array or an object", target.span);
  if (typeof index !== "number") throw refuseType(index, "a number as the index", indexNode.span);
  const entry = value[index];
  if (entry === undefined) throw refuseIndex("array", index, value.length, indexNode.span);
  return entry;
}
