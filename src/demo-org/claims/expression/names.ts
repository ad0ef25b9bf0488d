import {
  federatedRootsElsewhere,
  functionNamespaces,
  functionsElsewhere,
  identityEngineMethods,
  rootsElsewhere,
} from "./elsewhere.ts";
import { ExpressionError } from "./expression-error.ts";
import { functionTable } from "./function-table.ts";
import { groupFunctions } from "./functions/group-functions.ts";
import { membershipFunctions } from "./functions/membership-functions.ts";
import { groupMembers } from "./group-value.ts";
import type { Span } from "./syntax-tree.ts";

/**
 * Where an expression stands: in a claim, in a federated claim, whose language is Identity Engine's, or in the argument
 * of a function that evaluates it for each group.
 */
export type Place = ClaimPlace | "group";
export type ClaimPlace = "claim" | "federated claim";

/** What Identity Engine's language shows of a person: attributes stand a step below. */
const federatedUserMembers = ["profile", "id", "status", "created", "lastUpdated"];

/** What an expression can start from, with its members; undefined where those are whatever a profile holds. */
const roots: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ["user", undefined],
  ["appuser", undefined],
  ["app", ["id", "clientId", "profile"]],
  ["org", ["name", "subDomain", "subdomain"]],
  ["access", ["scope"]],
  ["session", ["amr"]],
]);

/** @throws {ExpressionError} An expression in such a place cannot start from this name. */
export function checkRoot(name: string, place: Place, span: Span): void {
  if (roots.has(name) || (name === "group" && place === "group")) return;
  const missing = place === "federated claim" ? federatedRootsElsewhere.get(name) : undefined;
  if (missing !== undefined) throw notSupported(name, missing, span);
  const elsewhere = rootsElsewhere.get(name);
  if (elsewhere !== undefined) throw notOkta(name, elsewhere, span);
  const known = [...roots.keys()].join(", ");
  const advice = `An expression starts with ${known} or a function. For a user attribute, use user.${name}. Put strings in quotation marks. Other apps can't be referenced.`;
  throw notOkta(name, advice, span);
}

/** @throws {ExpressionError} What can be started from has no such member. */
export function checkMember(root: string, name: string, place: Place, span: Span): void {
  if (place === "federated claim" && root === "user") {
    if (federatedUserMembers.includes(name)) return;
    throw notOkta(`user.${name} in federated claims`, `Write user.profile.${name}.`, span);
  }
  const members = root === "group" ? groupMembers : roots.get(root);
  if (!members || members.includes(name)) return;
  if (root === "group") throw new ExpressionError({ code: "no_such_member", name, members }, span);
  const advice = `Available: ${members.map((member) => `${root}.${member}`).join(", ")}.`;
  throw notSupported(`${root}.${name}`, advice, span);
}

/**
 * The functions of groups of the older language have no place in federated claims.
 *
 * @throws {ExpressionError} This is one of them, and stands there.
 * @see Okta Expression Language in Identity Engine, "Group functions"
 */
export function checkFunction(name: string, place: Place, span: Span): void {
  const isOlder = groupFunctions.has(name) || membershipFunctions.has(name);
  if (place !== "federated claim" || !isOlder) return;
  const advice = "Use user.getGroups or user.isMemberOf.";
  throw notOkta(`function ${name} in federated claims`, advice, span);
}

/** Why a function or a method cannot be called: there is none of this name, or it is one that the demo org lacks. */
export function refuseFunction(name: string, span: Span): ExpressionError {
  const [namespace = "", member = ""] = name.split(".");
  const meant = [...functionTable.keys()].find((it) => it.toLowerCase() === name.toLowerCase());
  if (meant !== undefined) return notOkta(`function ${name}`, `Did you mean ${meant}?`, span);
  if (member !== "" && !functionNamespaces.has(namespace)) {
    const advice =
      "Pass the string or array to a function instead, for example String.toUpperCase(user.login).";
    const refuse = identityEngineMethods.has(member) ? notSupported : notOkta;
    return refuse(`method .${member}()`, advice, span);
  }
  const elsewhere = functionsElsewhere.get(name) ?? functionsElsewhere.get(namespace);
  if (elsewhere !== undefined) return notSupported(`${name}()`, elsewhere, span);
  const wanted = (member || name).toLowerCase();
  const similar = [...functionTable.keys()].filter(
    (known) => known.toLowerCase().split(".").at(-1) === wanted,
  );
  const advice = similar.length > 0 ? `Did you mean ${similar.join(" or ")}?` : "";
  return notOkta(`function ${name}`, advice, span);
}

function notSupported(name: string, advice: string, span: Span): ExpressionError {
  return new ExpressionError({ code: "not_supported", name, advice }, span);
}

function notOkta(name: string, advice: string, span: Span): ExpressionError {
  return new ExpressionError({ code: "not_okta", name, advice }, span);
}
