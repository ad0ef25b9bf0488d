import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { AppSetUp, ClaimValue, OrgSetUp, ServerSetUp } from "../org-set-up.ts";
import type { ClaimValueEntry, SetUpChange } from "../set-up-change.ts";
import { evaluateClaim, maxGroups } from "../set-up-rules/evaluate-claim.ts";
import { changeStatus } from "../set-up-rules/user-status.ts";
import { changePolicies } from "./changed-policies.ts";
import { everyGroupExpression } from "./value-problem.ts";

const newId = "";

/** Returns the set-up after a change, or `undefined` if the page can't predict the new set-up. */
export function changeSetUp(
  change: SetUpChange,
  setUp: OrgSetUp,
  responseType: ResponseType,
): OrgSetUp | undefined {
  const { app, server, user } = setUp;
  const evaluate = (value: ClaimValueEntry) => evaluateEntry(value, setUp, responseType);
  const withApp = (to: Partial<AppSetUp>) => app && { ...setUp, app: { ...app, ...to } };
  const withServer = (to: Partial<ServerSetUp>) =>
    server && { ...setUp, server: { ...server, ...to } };
  switch (change.kind) {
    case "set_app_groups_claim":
      return withApp({ groupsClaim: { name: change.name, value: evaluate(change.value) } });
    case "change_app": {
      const { isActive, grantTypes, responseTypes, redirectUris } = change.to;
      const add = (to: readonly string[] = [], more: readonly string[] = []) => [...to, ...more];
      return isActive || grantTypes || responseTypes || redirectUris
        ? withApp({
            ...(isActive && { isActive }),
            grantTypes: add(app?.grantTypes, grantTypes),
            responseTypes: add(app?.responseTypes, responseTypes),
            redirectUris: add(app?.redirectUris, redirectUris),
          })
        : undefined;
    }
    case "assign_user":
      return withApp({ isUserAssigned: true });
    case "activate_user":
      return user && { ...setUp, user: changeStatus(user, change.step) };
    case "activate_server":
      return withServer({ isActive: true });
    case "add_scope":
      return withServer({
        scopes: [...(server?.scopes ?? []), { name: change.scope, isDefault: false }],
      });
    case "add_claim": {
      const added = { ...change.claim, id: newId, value: evaluate(change.claim.value) };
      return withServer({ claims: [...(server?.claims ?? []), added] });
    }
    case "change_claim": {
      const { value, ...to } = change.to;
      const changed = { ...to, ...(value && { value: evaluate(value) }) };
      const { id } = change.claim;
      return withServer({
        claims: server?.claims.map((it) => (it.id === id ? { ...it, ...changed } : it)) ?? [],
      });
    }
    case "add_policy":
    case "add_rule":
    case "change_policy":
    case "change_rule":
      return withServer({ policies: changePolicies(change, server?.policies ?? []) });
    case "add_to_group":
      return undefined;
    default:
      return change satisfies never;
  }
}

/** Whether the changed claim would fail for the user, so that Okta would return an error instead of tokens. */
export function stopsRequest(
  change: SetUpChange,
  setUp: OrgSetUp,
  responseType: ResponseType,
): boolean {
  const { app, server } = changeSetUp(change, setUp, responseType) ?? {};
  const id = change.kind === "change_claim" ? change.claim.id : newId;
  const claim =
    change.kind === "set_app_groups_claim"
      ? app?.groupsClaim
      : server?.claims.find((it) => it.id === id);
  if (!claim) return false;
  const flow = findFlow(responseType);
  const outcome = evaluateClaim(claim, setUp, flow, flow);
  return outcome.kind === "fails" && outcome.likelihood !== "possible";
}

/** Whether a claim that lists all groups would exceed the limit for the user in this flow. */
export function isOverLimit({ user }: OrgSetUp, responseType: ResponseType): boolean {
  return findFlow(responseType) === "implicit" && (user?.groups.length ?? 0) > maxGroups;
}

function findFlow(responseType: ResponseType) {
  return responseType === "code" ? "code" : "implicit";
}

/** Evaluates a new claim. The org has evaluated only existing expressions, so the page predicts only one known expression. */
function evaluateEntry(
  entry: ClaimValueEntry,
  setUp: OrgSetUp,
  responseType: ResponseType,
): ClaimValue {
  if (entry.kind === "filter") return entry;
  if (entry.expression !== everyGroupExpression) return { ...entry, evaluation: undefined };
  const message = `The user is in more than ${maxGroups} groups.`;
  const value = setUp.user?.groups.map(({ name }) => name) ?? [];
  const evaluation = isOverLimit(setUp, responseType)
    ? ({ kind: "failed", message } as const)
    : ({ kind: "value", value } as const);
  return { ...entry, evaluation };
}
