import type { Language } from "./environment.ts";
import { ExpressionError, type Missing, refuseMissing } from "./expression-error.ts";
import { functionNamespaces, splitCall } from "./find-call.ts";
import { findSimilar } from "./find-similar.ts";
import type { Span } from "./syntax-tree.ts";

export function checkRoot(name: string, language: Language, span: Span): void {
  const { roots, missingRoots, title } = language;
  if (roots.has(name)) return;
  const missing = missingRoots.get(name) ?? { code: "not_okta", advice: adviseRoot(name, roots) };
  throw refuseMissing(name, missing, span, title);
}

function adviseRoot(name: string, roots: Language["roots"]): string {
  const meant = findSimilar(name, roots.keys());
  if (meant !== undefined) return `Did you mean ${meant}?`;
  const known = [...roots.keys()].join(", ");
  const attribute = roots.get("user")?.members ? `user.profile.${name}` : `user.${name}`;
  return `An expression starts with ${known} or a function. For a user attribute, use ${attribute}. Put strings in quotation marks. Other apps can't be referenced.`;
}

export function checkMember(root: string, name: string, { roots }: Language, span: Span): void {
  const known = roots.get(root);
  if (!known?.members || known.members.includes(name)) return;
  if (known.refuse) throw known.refuse(name, span);
  const members = known.members.map((member) => `${root}.${member}`);
  const meant = findSimilar(name, known.members);
  const advice = meant === undefined ? listAvailable(members) : `Did you mean ${root}.${meant}?`;
  throw refuseMissing(`${root}.${name}`, { code: "not_supported", advice }, span);
}

export function refuseMember(
  name: string,
  members: readonly string[],
  span: Span,
): ExpressionError {
  const meant = findSimilar(name, members);
  const advice = meant === undefined ? listAvailable(members) : `Did you mean ${meant}?`;
  return new ExpressionError("no_such_member", `There is no ${name} here. ${advice}`, span);
}

export function refuseCall(name: string, language: Language, span: Span): ExpressionError {
  const { functions, missingFunctions, title } = language;
  const { target, member } = splitCall(name);
  const missing = missingFunctions.get(name) ?? missingFunctions.get(target ?? name);
  if (missing?.code === "not_supported") return refuseMissing(`${name}()`, missing, span, title);
  const meant = findSimilar(name, functions.keys());
  const isFunction = member === undefined || isNamespace(target ?? "", functions);
  if (!missing && meant === undefined && !isFunction) {
    return refuseMissing(`method .${member}()`, findMissingMethod(member, language), span, title);
  }
  const advice =
    missing?.advice ??
    (meant === undefined
      ? adviseFunction(target, member ?? name, language)
      : `Did you mean ${meant}?`);
  return refuseMissing(`function ${name}`, { code: "not_okta", advice }, span, title);
}

function adviseFunction(
  target: string | undefined,
  member: string,
  { functions, methods }: Language,
): string {
  const wanted = member.toLowerCase();
  const names = [...functions.keys()];
  const similar = names.filter((it) => it.toLowerCase().split(".").at(-1) === wanted);
  if (similar.length > 0) return `Did you mean ${similar.join(" or ")}?`;
  const method = findSimilar(wanted, methods.keys());
  if (method !== undefined) return `Did you mean the method .${method}()?`;
  const inNamespace = names.filter((it) => it.startsWith(`${target}.`));
  return inNamespace.length > 0 ? listAvailable(inNamespace) : "";
}

function findMissingMethod(method: string, { methods, missingMethods }: Language): Missing {
  const known = missingMethods.get(method);
  if (known) return known;
  const similar = findSimilar(method, [...methods.keys(), ...missingMethods.keys()]);
  const available =
    methods.size === 0
      ? "Pass the string or array to a function instead, for example String.toUpperCase(user.login)."
      : listAvailable([...methods.keys()].map((it) => `.${it}()`));
  const meant = similar && (missingMethods.get(similar)?.advice ?? `Did you mean .${similar}()?`);
  return { code: "not_okta", advice: meant ?? available };
}

/** `user` counts as a namespace, because `user.getGroups` is a function. As a value, `user` has no methods. */
function isNamespace(target: string, functions: Language["functions"]): boolean {
  const start = `${target}.`;
  return functionNamespaces.has(target) || [...functions.keys()].some((it) => it.startsWith(start));
}

function listAvailable(names: readonly string[]): string {
  return `Available: ${names.join(", ")}.`;
}
