import * as v from "valibot";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import {
  buildAppGroupsClaimBody,
  buildClaimBody,
  buildPolicyBody,
  buildRuleBody,
  buildScopeBody,
} from "../../okta/set-up-guide/api-bodies.ts";
import { buildItemPath, buildSaveCall, switchStatus, takeWritable } from "../org-api/api-call.ts";
import {
  applicationSchema,
  claimSchema,
  everyone,
  policyRuleSchema,
  policySchema,
  userSchema,
} from "../org-api/okta-objects.ts";
import { createOrgCaller, FailedCallError } from "../org-api/org-caller.ts";
import { paths } from "../org-api/paths.ts";
import { assignUser, replaceApplication } from "../set-up-pages/applications/application-calls.ts";
import { type Body, getTexts, setAt } from "../set-up-pages/form/body.ts";

export type AppliedChange = { kind: "done" } | { kind: "refused"; message: string };

/** Fetches each object just before replacing it. If a call fails, the earlier calls of the change are not undone. */
export async function applySetUpChange(
  orgUrl: string,
  change: SetUpChange,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<AppliedChange> {
  try {
    await apply(createOrgCaller(orgUrl, fetch), change);
    return { kind: "done" };
  } catch (cause) {
    if (!(cause instanceof FailedCallError)) throw cause;
    return { kind: "refused", message: describe(cause) };
  }
}

async function apply({ send, get }: ReturnType<typeof createOrgCaller>, change: SetUpChange) {
  const activate = (path: string) => send(switchStatus(path, "INACTIVE"));
  const save = (path: string, body: unknown, id?: string) => send(buildSaveCall(path, body, id));

  switch (change.kind) {
    case "set_app_groups_claim":
      return save(
        paths.groupsClaim(change.app.id),
        buildAppGroupsClaimBody(change.name, change.value),
      );
    case "change_app": {
      const path = paths.application(change.app.id);
      const { isActive, grantTypes, responseTypes, redirectUris, profile } = change.to;
      if (grantTypes || responseTypes || redirectUris || profile) {
        const app = await get(path, applicationSchema);
        const client = "settings.oauthClient";
        const changed = addTo(app, {
          [`${client}.grant_types`]: grantTypes,
          [`${client}.response_types`]: responseTypes,
          [`${client}.redirect_uris`]: redirectUris,
        });
        const merged = { ...app.profile, ...profile };
        await send(replaceApplication(app.id, profile ? { ...changed, profile: merged } : changed));
      }
      return isActive && activate(path);
    }
    case "assign_user": {
      const { id, profile } = await get(paths.user(change.user.id), userSchema);
      return send(assignUser(change.app.id, id, profile.login));
    }
    case "add_to_group": {
      const path = buildItemPath(paths.members(change.group.id), change.user.id);
      return send({ method: "PUT", path });
    }
    case "activate_user": {
      const path = `${paths.user(change.user.id)}/lifecycle/${change.step}`;
      return send({ method: "POST", path });
    }
    case "activate_server":
      return activate(paths.server(change.server.id));
    case "add_scope":
      return save(paths.scopes(change.server.id), buildScopeBody(change.scope));
    case "add_claim":
      return save(paths.claims(change.server.id), buildClaimBody(change.claim));
    case "change_claim": {
      const path = paths.claims(change.server.id);
      const claim = await get(buildItemPath(path, change.claim.id), claimSchema);
      const replaced = change.to.value ? ["group_filter_type"] : [];
      const body = { ...takeWritable(claim, ...replaced), ...buildClaimBody(change.to) };
      return save(path, body, claim.id);
    }
    case "add_policy": {
      const { credentials } = await get(paths.application(change.app.id), applicationSchema);
      const body = buildPolicyBody(change.name, credentials.oauthClient.client_id);
      const added = v.safeParse(policySchema, await save(paths.policies(change.server.id), body));
      if (!added.success) throw new FailedCallError({ kind: "unreadable" });
      const path = paths.rules(change.server.id, added.output.id);
      return save(path, buildRuleBody(change.rule));
    }
    case "add_rule": {
      const path = paths.rules(change.server.id, change.policy.id);
      return save(path, buildRuleBody(change.rule));
    }
    case "change_policy": {
      const listPath = paths.policies(change.server.id);
      const path = buildItemPath(listPath, change.policy.id);
      const { client, isActive } = change.to;
      if (client) {
        const policy = await get(path, policySchema);
        const body = addTo(takeWritable(policy), { "conditions.clients.include": [client.id] });
        await save(listPath, body, policy.id);
      }
      return isActive && activate(path);
    }
    case "change_rule": {
      const rulesPath = paths.rules(change.server.id, change.policy.id);
      const path = buildItemPath(rulesPath, change.rule.id);
      const { isActive, grantTypes, scopes, people } = change.to;
      if (grantTypes || scopes || people) {
        const rule = await get(path, policyRuleSchema);
        const body = addTo(takeWritable(rule), {
          "conditions.grantTypes.include": grantTypes,
          "conditions.scopes.include": scopes,
        });
        const { users } = rule.conditions.people;
        const everybody = {
          users: { ...users, include: users?.include ?? [], exclude: [] },
          groups: { include: [everyone], exclude: [] },
        };
        await save(rulesPath, people ? setAt(body, "conditions.people", everybody) : body, rule.id);
      }
      return isActive && activate(path);
    }
    default:
      return change satisfies never;
  }
}

/** Adds missing values to lists, by the path of each list. */
function addTo(body: Body, additions: Readonly<Record<string, readonly string[] | undefined>>) {
  return Object.entries(additions).reduce(
    (changed, [path, values = []]) =>
      setAt(changed, path, [...new Set([...getTexts(changed, path), ...values])]),
    body,
  );
}

/** The causes of an error say more than its summary, but not every error has causes. */
function describe({ failure, message }: FailedCallError): string {
  const causes = failure.kind === "refused" ? failure.causes : [];
  if (causes.length === 0) return message;
  return causes.map((it) => (it.field ? `${it.field}: ${it.message}` : it.message)).join(" ");
}
