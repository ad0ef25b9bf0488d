import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { ClaimValue, OrgSetUp } from "../org-set-up.ts";
import type { ClaimValueEntry, SetUpChange } from "../set-up-change.ts";
import { evaluateClaim, maxGroups } from "../set-up-rules/evaluate-claim.ts";
import { everyGroupExpression } from "./value-problem.ts";

/** Whether a claim fails for the user once it is changed, so that Okta would return an error instead of tokens. */
export function stopsRequest(
  change: SetUpChange,
  setUp: OrgSetUp,
  responseType: ResponseType,
): boolean {
  const value = findValue(change, setUp);
  if (!value) return false;
  const flow = responseType === "code" ? "code" : "implicit";
  const isEveryGroup = value.kind === "expression" && value.expression === everyGroupExpression;
  if (isEveryGroup) return flow === "implicit" && (setUp.user?.groups.length ?? 0) > maxGroups;
  const outcome = evaluateClaim({ name: "", value }, setUp, flow, flow);
  return outcome.kind === "fails" && outcome.likelihood !== "possible";
}

function findValue(change: SetUpChange, { server }: OrgSetUp): ClaimValue | undefined {
  switch (change.kind) {
    case "set_app_groups_claim":
      return withoutResult(change.value);
    case "add_claim":
      return withoutResult(change.claim.value);
    case "change_claim": {
      const { value } = change.to;
      return value
        ? withoutResult(value)
        : server?.claims.find(({ id }) => id === change.claim.id)?.value;
    }
    default:
      return undefined;
  }
}

/** The org has evaluated only the expressions that it has. */
function withoutResult(entry: ClaimValueEntry): ClaimValue {
  return entry.kind === "filter" ? entry : { ...entry, evaluation: undefined };
}
