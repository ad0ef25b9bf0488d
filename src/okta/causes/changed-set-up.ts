import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { ClaimValue, OrgSetUp } from "../org-set-up.ts";
import type { ClaimValueEntry, SetUpChange } from "../set-up-change.ts";
import { evaluateClaim, maxGroups } from "../set-up-rules/evaluate-claim.ts";
import { everyGroupExpression } from "./value-problem.ts";

/** What a change of a claim makes of the set-up. `undefined` for changes of anything else. */
export function changeSetUp(
  change: SetUpChange,
  setUp: OrgSetUp,
  responseType: ResponseType,
): OrgSetUp | undefined {
  const { app, server } = setUp;
  const evaluate = (value: ClaimValueEntry) => evaluateEntry(value, setUp, responseType);
  switch (change.kind) {
    case "set_app_groups_claim": {
      const groupsClaim = { name: change.name, value: evaluate(change.value) };
      return app && { ...setUp, app: { ...app, groupsClaim } };
    }
    case "add_claim": {
      const claim = { ...change.claim, id: "", value: evaluate(change.claim.value) };
      return server && { ...setUp, server: { ...server, claims: [...server.claims, claim] } };
    }
    case "change_claim": {
      const { value, ...to } = change.to;
      const changed = { ...to, ...(value && { value: evaluate(value) }) };
      const claims = server?.claims.map((it) =>
        it.id === change.claim.id ? { ...it, ...changed } : it,
      );
      return server && claims && { ...setUp, server: { ...server, claims } };
    }
    default:
      return undefined;
  }
}

/** Whether a claim fails for the user once it is changed, so that Okta would return an error instead of tokens. */
export function stopsRequest(
  change: SetUpChange,
  setUp: OrgSetUp,
  responseType: ResponseType,
): boolean {
  const { app, server } = changeSetUp(change, setUp, responseType) ?? {};
  const id = change.kind === "change_claim" ? change.claim.id : "";
  const claim = server ? server.claims.find((it) => it.id === id) : app?.groupsClaim;
  if (!claim) return false;
  const flow = findFlow(responseType);
  const outcome = evaluateClaim(claim, setUp, flow, flow);
  return outcome.kind === "fails" && outcome.likelihood !== "possible";
}

export function isOverLimit({ user }: OrgSetUp, responseType: ResponseType): boolean {
  return findFlow(responseType) === "implicit" && (user?.groups.length ?? 0) > maxGroups;
}

function findFlow(responseType: ResponseType) {
  return responseType === "code" ? "code" : "implicit";
}

/** The org has evaluated only the expressions that it has. */
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
