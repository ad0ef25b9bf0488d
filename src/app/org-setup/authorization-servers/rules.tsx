import type { ReactNode } from "react";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { showName } from "../../result/claims/VisibleText.tsx";
import { grantTypes, ruleGrantTypes } from "../api/grant-types.ts";
import {
  type AuthorizationServer,
  type Group,
  type Policy,
  type PolicyRule,
  policyRuleSchema,
  type Scope,
} from "../api/okta-objects.ts";
import { buildRulesPath } from "../api/paths.ts";
import { Saved } from "../form/Saved.tsx";
import { Columns } from "../layout.tsx";
import { WordList } from "../list/WordList.tsx";
import type { Resource } from "../resource/resource.ts";
import { ActiveBadge } from "../StatusBadge.tsx";
import {
  anyScope,
  buildRuleBody,
  draftRule,
  everyone,
  newRule,
  type RuleDraft,
} from "./rule-draft.ts";
import { buildTabPath } from "./servers.tsx";

const peopleOptions = [
  { value: "any", label: "Any user assigned the app" },
  { value: "chosen", label: "Assigned the app and a member of one of the following" },
] as const;

const scopeOptions = [
  { value: "any", label: "Any scopes" },
  { value: "chosen", label: "The following scopes" },
] as const;

type Others = { readonly groups: readonly Group[]; readonly scopes: readonly Scope[] };

/** The rules of an access policy, in order of priority. @see Okta: Authorization Servers API, the AuthorizationServerPolicyRule object */
export const buildRules = (
  server: AuthorizationServer,
  policy: Policy,
  { groups, scopes }: Others,
): Resource<PolicyRule, RuleDraft> => ({
  title: `Rules of ${policy.name}`,
  noun: "rule",
  consolePath: [...buildTabPath(server, "Access Policies"), policy.name],
  path: buildRulesPath(server.id, policy.id),
  schema: policyRuleSchema,

  nameOf: ({ name }) => name,
  columns: [
    { header: "Rule", render: ({ name }) => <bdi>{showName(name)}</bdi> },
    { header: "Grant types", render: describeGrantTypes },
    { header: "Users", render: (rule) => <bdi>{describePeople(rule, groups)}</bdi> },
    { header: "Scopes", render: describeScopes },
    { header: "Token lifetimes", render: describeLifetimes },
    { header: "Status", render: ({ status }) => <ActiveBadge status={status} /> },
  ],
  empty: "Add one: a policy without rules allows no requests.",

  add: { button: "Add rule", title: "Add Rule", submit: "Create rule" },
  edit: { submit: "Update rule", toDraft: draftRule },
  newDraft: newRule,
  fields: (form, before) => (
    <>
      <TextField label="Rule Name" required {...form.value("name")} />
      <CheckboxGroup
        legend="IF Grant type is"
        options={ruleGrantTypes}
        {...form.chosen("grantTypes", "conditions.grantTypes.include")}
      />
      <SelectField label="AND User is" options={peopleOptions} {...form.value("people")} />
      {form.draft.people === "chosen" && (
        <CheckboxGroup
          legend="Groups"
          options={groups.map(({ id, profile }) => ({ value: id, label: profile.name }))}
          hint={describeNobody(form.draft, before)}
          {...form.chosen("groups", "conditions.people")}
        />
      )}
      <SelectField
        label="AND Scopes requested"
        options={scopeOptions}
        {...form.value("scopesAre")}
      />
      {form.draft.scopesAre === "chosen" && (
        <CheckboxGroup
          legend="Scopes"
          options={scopes.map(({ name }) => ({ value: name, label: name }))}
          hint={
            form.draft.scopes.length === 0
              ? "Choose a scope, or the rule matches no scopes."
              : undefined
          }
          {...form.chosen("scopes", "conditions.scopes.include")}
        />
      )}
      <Columns>
        <TextField
          label="THEN Access token lifetime is"
          hint="5 to 1440 minutes. Returned as expires_in, in seconds."
          inputMode="numeric"
          {...form.value("accessTokenLifetime", "actions.token.accessTokenLifetimeMinutes")}
        />
        <TextField
          label="AND Refresh token lifetime is"
          hint="Minutes. 0 means unlimited."
          inputMode="numeric"
          {...form.value("refreshTokenLifetime", "actions.token.refreshTokenLifetimeMinutes")}
        />
        <TextField
          label="but will expire if not used every"
          hint="Minutes."
          inputMode="numeric"
          {...form.value("refreshTokenWindow", "actions.token.refreshTokenWindowMinutes")}
        />
      </Columns>
    </>
  ),
  buildBody: buildRuleBody,
  describeSaved: () => <Saved />,
  terraform: {
    type: "okta_auth_server_policy_rule",
    list: (draft, before) => [
      ["auth_server_id", server.id],
      ["policy_id", policy.id],
      ["name", draft.name],
      ["priority", before?.priority ?? 1],
      ["grant_type_whitelist", draft.grantTypes],
      ["group_whitelist", draft.people === "any" ? [everyone] : draft.groups],
      ["scope_whitelist", draft.scopesAre === "any" ? [anyScope] : draft.scopes],
      ["access_token_lifetime_minutes", Number(draft.accessTokenLifetime)],
      ["refresh_token_lifetime_minutes", Number(draft.refreshTokenLifetime)],
      ["refresh_token_window_minutes", Number(draft.refreshTokenWindow)],
    ],
  },

  lifecycle: {
    statusOf: ({ status }) => status,
    meanings: {
      ACTIVE: "The server will skip this rule.",
      INACTIVE: "The rule will apply again, in the same order as before.",
    },
  },
  deletion: { meaning: "Requests that no other rule allows will fail." },
});

/** A rule can also include single users. The form doesn't show them, but keeps them. */
function describeNobody(draft: RuleDraft, rule: PolicyRule | undefined): string | undefined {
  const byName = rule?.conditions.people.users?.include ?? [];
  if (draft.groups.length > 0 || byName.length > 0) return undefined;
  return draft.grantTypes.some((it) => it === "authorization_code" || it === "implicit")
    ? "Choose a group. Okta requires one for Authorization Code and Implicit (hybrid)."
    : "Without a group, the rule matches no users.";
}

function describeGrantTypes({ conditions }: PolicyRule): string {
  const labelOf = (grantType: string) =>
    grantTypes.find(({ value }) => value === grantType)?.label ?? grantType;
  return conditions.grantTypes.include.map(labelOf).join(", ");
}

function describePeople({ conditions }: PolicyRule, groups: readonly Group[]): string {
  const { users, groups: chosen } = conditions.people;
  const ids = chosen?.include ?? [];
  if (ids.includes(everyone)) return "Any user assigned the app";
  const nameOf = (id: string) => groups.find((it) => it.id === id)?.profile.name ?? id;
  const count = users?.include.length ?? 0;
  const others = count > 0 ? [count === 1 ? "1 user" : `${count} users`] : [];
  return [...ids.map(nameOf), ...others].join(", ") || "Nobody";
}

function describeScopes({ conditions }: PolicyRule): ReactNode {
  const { include } = conditions.scopes;
  if (include.length === 0) return "None";
  return include.includes(anyScope) ? "Any" : <WordList words={include} />;
}

function describeLifetimes({ actions }: PolicyRule): string {
  const { accessTokenLifetimeMinutes, refreshTokenLifetimeMinutes } = actions.token;
  const refresh =
    refreshTokenLifetimeMinutes === 0 ? "unlimited" : `${refreshTokenLifetimeMinutes} min`;
  return `Access ${accessTokenLifetimeMinutes} min, refresh ${refresh}`;
}
