import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { grantTypes } from "../api/grant-types.ts";
import type { Group, PolicyRule } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { Words } from "../list/Words.tsx";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { anyScope, buildRulePath, deleteRule, everyone } from "./rule-calls.ts";

type RuleTableProps = {
  rules: readonly PolicyRule[];
  groups: readonly Group[];
  /** Path of the policy's rules. */
  path: string;
  policyName: string;
  consolePath: readonly string[];
  onEdit: (rule: PolicyRule) => void;
  onDone: () => void;
};

/** A policy's rules: conditions and token lifetimes. */
export function RuleTable(props: RuleTableProps) {
  const { rules, groups, path, policyName, consolePath, onEdit, onDone } = props;
  return (
    <ObjectTable
      caption={`Rules of ${policyName}`}
      items={rules}
      idOf={({ id }) => id}
      textOf={({ name }) => name}
      empty="Add one: a policy without rules allows no requests."
      columns={[
        { header: "Rule", render: ({ name }) => <bdi>{name}</bdi> },
        { header: "Grant types", render: describeGrantTypes },
        { header: "Users", render: (rule) => <bdi>{describePeople(rule, groups)}</bdi> },
        { header: "Scopes", render: describeScopes },
        { header: "Token lifetimes", render: describeLifetimes },
        { header: "Status", render: ({ status }) => <OnOrOff status={status} /> },
        {
          header: "Actions",
          holdsActions: true,
          render: (rule) => (
            <>
              <Button look="quiet" aria-label={`Edit ${rule.name}`} onClick={() => onEdit(rule)}>
                Edit
              </Button>
              <StatusButton
                look="quiet"
                object={rule.name}
                status={rule.status}
                path={buildRulePath(path, rule.id)}
                consolePath={[...consolePath, rule.name]}
                meanings={{
                  ACTIVE: "The server will skip this rule.",
                  INACTIVE: "The rule will apply again, in the same order as before.",
                }}
                onDone={onDone}
              />
              <ChangeButton
                look="quiet"
                isFinal
                label="Delete"
                object={rule.name}
                meaning="Requests that no other rule allows will fail."
                call={deleteRule(path, rule.id)}
                consolePath={[...consolePath, rule.name, "Delete"]}
                onDone={onDone}
              />
            </>
          ),
        },
      ]}
    />
  );
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
  return (
    [...ids.map(nameOf), ...(count > 0 ? [count === 1 ? "1 user" : `${count} users`] : [])].join(
      ", ",
    ) || "Nobody"
  );
}

function describeScopes({ conditions }: PolicyRule): ReactNode {
  const { include } = conditions.scopes;
  if (include.length === 0) return "None";
  return include.includes(anyScope) ? "Any" : <Words words={include} />;
}

function describeLifetimes({ actions }: PolicyRule): string {
  const { accessTokenLifetimeMinutes, refreshTokenLifetimeMinutes } = actions.token;
  const refresh =
    refreshTokenLifetimeMinutes === 0 ? "unlimited" : `${refreshTokenLifetimeMinutes} min`;
  return `Access ${accessTokenLifetimeMinutes} min, refresh ${refresh}`;
}
