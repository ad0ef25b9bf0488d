import { ExpressionError } from "./expression-error.ts";
import { refuse } from "./operations.ts";
import type { Node, Span } from "./syntax-tree.ts";
import { isFields, isList, type Value } from "./values.ts";

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
export function findMember(
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

export function findEntry(
  node: Extract<Node, { kind: "index" }>,
  value: Value,
  index: Value,
): Value {
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
