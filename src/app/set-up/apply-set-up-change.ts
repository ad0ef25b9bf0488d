import * as v from "valibot";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import { fetchAnswer } from "../org-setup/api/answer.ts";
import {
  type ApiCall,
  type ApiFailure,
  buildItemPath,
  buildSaveCall,
  switchStatus,
} from "../org-setup/api/api-call.ts";
import {
  applicationSchema,
  claimSchema,
  policyRuleSchema,
  policySchema,
  userSchema,
} from "../org-setup/api/okta-objects.ts";
import { createOrgApi } from "../org-setup/api/org-api.ts";
import {
  buildApplicationPath,
  buildClaimsPath,
  buildMembersPath,
  buildPoliciesPath,
  buildRulesPath,
  buildScopesPath,
  buildServerPath,
  buildUserPath,
} from "../org-setup/api/paths.ts";
import { assignUser, replaceApplication } from "../org-setup/applications/application-calls.ts";
import { replaceGroupsClaim } from "../org-setup/applications/groups-claim-settings.ts";
import {
  buildClaimBody,
  draftClaim,
  newClaim,
} from "../org-setup/authorization-servers/claim-draft.ts";
import {
  buildPolicyBody,
  draftPolicy,
  newPolicy,
} from "../org-setup/authorization-servers/policy-draft.ts";
import { buildRuleBody } from "../org-setup/authorization-servers/rule-draft.ts";
import { buildScopeBody, newScope } from "../org-setup/authorization-servers/scope-draft.ts";
import { describeFailure } from "../org-setup/form/describe-failure.ts";
import {
  changeApplication,
  changeRule,
  draftClaimEntry,
  draftGroupsClaim,
  draftRuleEntry,
} from "./changed-objects.ts";

export type AppliedChange = { kind: "done" } | { kind: "refused"; message: string };

/** Fetches an object just before it replaces it. Earlier calls of a change that takes several are not undone. */
export async function applySetUpChange(
  orgUrl: string,
  change: SetUpChange,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<AppliedChange> {
  try {
    await apply(createCaller(orgUrl, fetch), change);
    return { kind: "done" };
  } catch (cause) {
    if (!(cause instanceof FailedCallError)) throw cause;
    return { kind: "refused", message: describe(cause.failure) };
  }
}

type Caller = ReturnType<typeof createCaller>;

/** Stops a change at the first call that fails. */
class FailedCallError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super();
    this.failure = failure;
  }
}

function createCaller(orgUrl: string, fetch: typeof globalThis.fetch) {
  const api = createOrgApi(orgUrl, fetch);
  return {
    async send(call: ApiCall): Promise<unknown> {
      const outcome = await api(call);
      if (outcome.kind !== "answered") throw new FailedCallError(outcome);
      return outcome.body;
    },
    async get<T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
      const answer = await fetchAnswer(api, { method: "GET", path }, schema);
      if (answer.status === "loaded") return answer.value;
      throw new FailedCallError(
        answer.status === "failed" ? answer.failure : { kind: "unreadable" },
      );
    },
  };
}

async function apply({ send, get }: Caller, change: SetUpChange): Promise<unknown> {
  const activate = (path: string) => send(switchStatus(path, "INACTIVE"));
  const save = (path: string, body: unknown, id?: string) => send(buildSaveCall(path, body, id));

  switch (change.kind) {
    case "set_app_groups_claim":
      return send(replaceGroupsClaim(change.app.id, draftGroupsClaim(change.name, change.value)));
    case "change_app": {
      const path = buildApplicationPath(change.app.id);
      const { isActive, ...to } = change.to;
      if (Object.keys(to).length > 0) {
        const app = await get(path, applicationSchema);
        await send(replaceApplication(app, changeApplication(app, to)));
      }
      return isActive && activate(path);
    }
    case "assign_user": {
      const { id, profile } = await get(buildUserPath(change.user.id), userSchema);
      return send(assignUser(change.app.id, id, profile.login));
    }
    case "add_to_group": {
      const path = buildItemPath(buildMembersPath(change.group.id), change.user.id);
      return send({ method: "PUT", path });
    }
    case "activate_server":
      return activate(buildServerPath(change.server.id));
    case "add_scope": {
      const body = buildScopeBody({ ...newScope, name: change.scope });
      return save(buildScopesPath(change.server.id), body);
    }
    case "add_claim": {
      const body = buildClaimBody({ ...newClaim, ...draftClaimEntry(change.claim) });
      return save(buildClaimsPath(change.server.id), body);
    }
    case "change_claim": {
      const path = buildClaimsPath(change.server.id);
      const claim = await get(buildItemPath(path, change.claim.id), claimSchema);
      const draft = { ...draftClaim(claim), ...draftClaimEntry(change.to) };
      return save(path, buildClaimBody(draft, claim), claim.id);
    }
    case "add_policy": {
      const { credentials } = await get(buildApplicationPath(change.app.id), applicationSchema);
      const clients = [credentials.oauthClient.client_id];
      const draft = { ...newPolicy, name: change.name, assignTo: "chosen", clients } as const;
      const response = await save(buildPoliciesPath(change.server.id), buildPolicyBody(draft));
      const added = v.safeParse(policySchema, response);
      if (!added.success) throw new FailedCallError({ kind: "unreadable" });
      const path = buildRulesPath(change.server.id, added.output.id);
      return save(path, buildRuleBody(draftRuleEntry(change.rule)));
    }
    case "add_rule": {
      const path = buildRulesPath(change.server.id, change.policy.id);
      return save(path, buildRuleBody(draftRuleEntry(change.rule)));
    }
    case "change_policy": {
      const listPath = buildPoliciesPath(change.server.id);
      const path = buildItemPath(listPath, change.policy.id);
      const { client, isActive } = change.to;
      if (client) {
        const policy = await get(path, policySchema);
        const draft = draftPolicy(policy);
        const clients = [...new Set([...draft.clients, client.id])];
        await save(listPath, buildPolicyBody({ ...draft, clients }, policy), policy.id);
      }
      return isActive && activate(path);
    }
    case "change_rule": {
      const rulesPath = buildRulesPath(change.server.id, change.policy.id);
      const path = buildItemPath(rulesPath, change.rule.id);
      const { isActive, ...to } = change.to;
      if (Object.keys(to).length > 0) {
        const rule = await get(path, policyRuleSchema);
        await save(rulesPath, changeRule(rule, to), rule.id);
      }
      return isActive && activate(path);
    }
    default:
      return change satisfies never;
  }
}

/** The org's causes say more than its summary, where it gives any. */
function describe(failure: ApiFailure): string {
  const causes = failure.kind === "refused" ? failure.causes : [];
  if (causes.length === 0) return describeFailure(failure);
  return causes.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(" ");
}
