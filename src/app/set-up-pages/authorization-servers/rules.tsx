import type { ReactNode } from "react";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import {
  type AuthorizationServer,
  anyScope,
  everyone,
  type Group,
  grantTypes,
  type Policy,
  type PolicyRule,
  policyRuleSchema,
  ruleGrantTypes,
} from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { AnyOrListedField } from "../form/AnyOrListedField.tsx";
import { type Body, getTexts } from "../form/body.ts";
import type { OrgLists } from "../form/org-lists.tsx";
import { Columns } from "../layout.tsx";
import { WordList } from "../list/WordList.tsx";
import type { Resource } from "../resource/resource.ts";
import { ActiveBadge } from "../StatusBadge.tsx";
import { buildTabPath } from "./servers.tsx";

/** The rules of an access policy, in order of priority. @see Okta: Authorization Servers API, the AuthorizationServerPolicyRule object */
export const buildRules = (
  server: AuthorizationServer,
  policy: Policy,
  { groups, scopes }: OrgLists,
): Resource<PolicyRule> => ({
  title: `Rules of ${policy.name}`,
  noun: "rule",
  consolePath: [...buildTabPath(server, "Access Policies"), policy.name],
  path: paths.rules(server.id, policy.id),
  isPaged: false,
  schema: policyRuleSchema,

  nameOf: ({ name }) => name,
  nameHeader: "Rule",
  columns: [
    { header: "Grant types", render: describeGrantTypes },
    { header: "Users", render: (rule) => <bdi>{describePeople(rule, groups)}</bdi> },
    { header: "Scopes", render: describeScopes },
    { header: "Token lifetimes", render: describeLifetimes },
    { header: "Status", render: ({ status }) => <ActiveBadge status={status} /> },
  ],
  empty: "Add one: a policy without rules allows no requests.",

  add: { button: "Add rule", title: "Add Rule", submit: "Create rule" },
  edit: { submit: "Update rule" },
  newBody: {
    type: "RESOURCE_ACCESS",
    name: "",
    conditions: {
      people: { groups: { include: [everyone] } },
      grantTypes: { include: ruleGrantTypes.map(({ value }) => value) },
      scopes: { include: [anyScope] },
    },
    actions: {
      token: {
        accessTokenLifetimeMinutes: 60,
        refreshTokenLifetimeMinutes: 0,
        refreshTokenWindowMinutes: 10_080,
      },
    },
  },
  fields: (form) => {
    const scopesRequested = form.list("conditions.scopes.include");
    return (
      <>
        <TextField label="Rule Name" required {...form.text("name")} />
        <CheckboxGroup
          legend="IF Grant type is"
          options={ruleGrantTypes}
          {...form.requiredList("Select at least one grant type.", "conditions.grantTypes.include")}
        />
        <AnyOrListedField
          label="AND User is"
          any={{ value: [everyone], label: anyUser }}
          listedLabel="Assigned the app and a member of one of the following"
          legend="Groups"
          options={groups.map(({ id, profile }) => ({ value: id, label: profile.name }))}
          hint={describeNobody(form.body)}
          {...form.list("conditions.people.groups.include", "conditions.people")}
        />
        <AnyOrListedField
          label="AND Scopes requested"
          any={{ value: [anyScope], label: "Any scopes" }}
          listedLabel="The following scopes"
          legend="Scopes"
          options={scopes.map(({ name }) => ({ value: name, label: name }))}
          hint={
            scopesRequested.chosen.length === 0
              ? "Choose a scope, or the rule matches no scopes."
              : undefined
          }
          {...scopesRequested}
        />
        <Columns>
          <TextField
            label="THEN Access token lifetime is"
            hint="5 to 1,440 minutes. Returned as expires_in, in seconds."
            {...form.number("actions.token.accessTokenLifetimeMinutes")}
          />
          <TextField
            label="AND Refresh token lifetime is"
            hint="Minutes. 0 means unlimited."
            {...form.number(
              "actions.token.refreshTokenLifetimeMinutes",
              "refreshTokenLifetimeMinutes",
            )}
          />
          <TextField
            label="but will expire if not used every"
            hint="Minutes."
            {...form.number("actions.token.refreshTokenWindowMinutes", "refreshTokenWindowMinutes")}
          />
        </Columns>
      </>
    );
  },
  terraform: {
    type: "okta_auth_server_policy_rule",
    others: { auth_server_id: server.id, policy_id: policy.id, priority: 1 },
    paths: {
      name: "name",
      priority: "priority",
      grant_type_whitelist: "conditions.grantTypes.include",
      group_whitelist: "conditions.people.groups.include",
      scope_whitelist: "conditions.scopes.include",
      access_token_lifetime_minutes: "actions.token.accessTokenLifetimeMinutes",
      refresh_token_lifetime_minutes: "actions.token.refreshTokenLifetimeMinutes",
      refresh_token_window_minutes: "actions.token.refreshTokenWindowMinutes",
    },
  },

  lifecycle: {
    ACTIVE: "The server will skip this rule.",
    INACTIVE: "The rule will apply again, in the same order as before.",
  },
  deletion: { meaning: "Requests that no other rule allows will fail." },
});

const anyUser = "Any user assigned the app";

/** A rule can also include single users. The form doesn't show them, but keeps them. */
function describeNobody(rule: Body): string | undefined {
  const people = ["groups", "users"].flatMap((kind) =>
    getTexts(rule, `conditions.people.${kind}.include`),
  );
  if (people.length > 0) return undefined;
  return getTexts(rule, "conditions.grantTypes.include").some(
    (it) => it === "authorization_code" || it === "implicit",
  )
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
  if (ids.includes(everyone)) return anyUser;
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
