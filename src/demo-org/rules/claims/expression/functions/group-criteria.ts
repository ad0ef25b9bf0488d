import type { Group } from "../../../../model/group.ts";
import type { Argument, Call } from "../environment.ts";
import { ExpressionError } from "../expression-error.ts";
import { findSimilar } from "../find-similar.ts";
import { isFields, isList, type Value } from "../values.ts";

type Test = (group: Group) => boolean;

const properties: ReadonlyMap<string, (group: Group) => string | undefined> = new Map([
  ["group.id", ({ id }: Group) => id],
  ["group.type", ({ type }: Group) => type],
  ["group.source.id", ({ source }: Group) => source?.id],
  ["group.profile.name", ({ profile }: Group) => profile.name],
]);

/**
 * Names are compared by their start unless the operator is EXACT, although a support article says otherwise. A `*` at
 * the end has no effect. Unverified: that names are case-sensitive.
 * @see Okta Expression Language in Identity Engine, "Group functions"; Okta support: Add group claims using the
 * getGroups function in a custom authorization server
 */
export function parseCriteria(call: Call): Test {
  const tests = call.parameters.map((argument) => parseCriterion(argument, call));
  return (group) => tests.every((test) => test(group));
}

function parseCriterion(argument: Argument, { environment }: Call): Test {
  const { value, node } = argument;
  const fields = isFields(value) ? [...value.fields] : [];
  const [[property, wanted] = ["", null], ...more] = fields.filter(([key]) => key !== "operator");
  const read = properties.get(property);
  if (!read || more.length > 0) {
    const meant = findSimilar(property, properties.keys());
    throw refuse(
      argument,
      meant !== undefined && !read
        ? `There is no criterion ${property}. Did you mean ${meant}?`
        : `A group criterion must use one of ${[...properties.keys()].join(", ")}.`,
    );
  }

  const operator = fields.find(([key]) => key === "operator")?.[1];
  const isByStart = parseOperator(argument, property, operator) === "STARTS_WITH";
  const texts = environment.budget.list(isList(wanted) ? wanted : [wanted], node.span);
  const alternatives = texts.map((text) => {
    if (typeof text !== "string")
      throw refuse(argument, `${property} must be compared with strings.`);
    return isByStart ? text.replace(/\.?\*$/, "") : text;
  });
  return (group) => {
    environment.budget.spend(alternatives.length, node.span);
    const found = read(group);
    if (found === undefined) return false;
    return alternatives.some((it) => (isByStart ? found.startsWith(it) : found === it));
  };
}

function parseOperator(
  argument: Argument,
  property: string,
  operator: Value | undefined,
): "EXACT" | "STARTS_WITH" {
  const isName = property === "group.profile.name";
  if (operator === undefined) return isName ? "STARTS_WITH" : "EXACT";
  if (!isName) throw refuse(argument, `${property} takes no operator. It always matches exactly.`);
  if (operator === "EXACT" || operator === "STARTS_WITH") return operator;
  throw refuse(argument, "The operator for a name must be 'EXACT' or 'STARTS_WITH'.");
}

function refuse({ node }: Argument, reason: string): ExpressionError {
  return new ExpressionError("wrong_criteria", reason, node.span);
}
