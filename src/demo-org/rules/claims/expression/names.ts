import type { Language, Missing } from "./environment.ts";
import { ExpressionError } from "./expression-error.ts";
import { functionNamespaces, splitCall } from "./find-call.ts";
import { findSimilar } from "./find-similar.ts";
import type { Span } from "./syntax-tree.ts";

export function checkRoot(
  name: string,
  { roots, missingRoots, title }: Language,
  span: Span,
): void {
  if (roots.has(name)) return;
  const missing = missingRoots.get(name);
  if (missing) throw refuseMissing(name, missing, title, span);
  const meant = findSimilar(name, roots.keys());
  if (meant !== undefined) {
    throw refuseMissing(name, { code: "not_okta", advice: `Did you mean ${meant}?` }, title, span);
  }
  const known = [...roots.keys()].join(", ");
  const attribute = roots.get("user")?.members ? `user.profile.${name}` : `user.${name}`;
  const advice = `An expression starts with ${known} or a function. For a user attribute, use ${attribute}. Put strings in quotation marks. Other apps can't be referenced.`;
  throw refuseMissing(name, { code: "not_okta", advice }, title, span);
}

export function checkMember(root: string, name: string, { roots }: Language, span: Span): void {
  const known = roots.get(root);
  if (!known?.members || known.members.includes(name)) return;
  const problem = known.describeMissing?.(name);
  if (problem) throw new ExpressionError(problem, span);
  const path = `${root}.${name}`;
  const meant = findSimilar(name, known.members);
  const advice =
    meant === undefined
      ? `Available: ${known.members.map((member) => `${root}.${member}`).join(", ")}.`
      : `Did you mean ${root}.${meant}?`;
  throw new ExpressionError({ code: "not_supported", name: path, advice }, span);
}

export function refuseCall(name: string, language: Language, span: Span): ExpressionError {
  const { target, member } = splitCall(name);
  const { functions, methods, title } = language;
  const missing =
    language.missingFunctions.get(name) ?? language.missingFunctions.get(target ?? name);
  if (missing)
    return missing.code === "not_supported"
      ? refuseMissing(`${name}()`, missing, title, span)
      : refuseAsUnknown(`function ${name}`, missing.advice);
  const meant = findSimilar(name, functions.keys());
  if (meant !== undefined) return refuseAsUnknown(`function ${name}`, `Did you mean ${meant}?`);
  const isFunction = member === undefined || isNamespace(target ?? "", functions);
  return isFunction ? refuseFunction() : refuseMethod(member);

  function refuseFunction(): ExpressionError {
    const wanted = (member ?? name).toLowerCase();
    const similar = [...functions.keys()].filter(
      (it) => it.toLowerCase().split(".").at(-1) === wanted,
    );
    const method = findSimilar(wanted, methods.keys());
    if (similar.length === 0 && method !== undefined)
      return refuseAsUnknown(`function ${name}`, `Did you mean the method .${method}()?`);
    const advice =
      similar.length > 0
        ? `Did you mean ${similar.join(" or ")}?`
        : describeFunctions(target, functions);
    return refuseAsUnknown(`function ${name}`, advice);
  }

  function refuseMethod(method: string): ExpressionError {
    const known = language.missingMethods.get(method);
    if (known) return refuseMissing(`method .${method}()`, known, title, span);
    const similar = findSimilar(method, [...methods.keys(), ...language.missingMethods.keys()]);
    const instead = similar === undefined ? undefined : language.missingMethods.get(similar);
    const advice =
      similar === undefined
        ? describeMethods(language)
        : (instead?.advice ?? `Did you mean .${similar}()?`);
    return refuseAsUnknown(`method .${method}()`, advice);
  }

  function refuseAsUnknown(what: string, advice: string): ExpressionError {
    return refuseMissing(what, { code: "not_okta", advice }, title, span);
  }
}

/** `user` has functions. As a value it has no methods. */
function isNamespace(target: string, functions: Language["functions"]): boolean {
  const start = `${target}.`;
  return functionNamespaces.has(target) || [...functions.keys()].some((it) => it.startsWith(start));
}

function describeFunctions(target: string | undefined, functions: Language["functions"]): string {
  const names = [...functions.keys()].filter((it) => it.startsWith(`${target}.`));
  return names.length > 0 ? `Available: ${names.join(", ")}.` : "";
}

function describeMethods({ methods }: Language): string {
  return methods.size === 0
    ? "Pass the string or array to a function instead, for example String.toUpperCase(user.login)."
    : `Available: ${[...methods.keys()].map((it) => `.${it}()`).join(", ")}.`;
}

function refuseMissing(
  name: string,
  { code, advice }: Missing,
  language: string,
  span: Span,
): ExpressionError {
  return new ExpressionError({ code, name, advice, language }, span);
}
