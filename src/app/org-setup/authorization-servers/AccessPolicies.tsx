import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { joinAnswers } from "../api/answer.ts";
import type {
  Application,
  AuthorizationServer,
  Group,
  Policy,
  Scope,
} from "../api/okta-objects.ts";
import { useApplications, useGroups, useScopes } from "../api/use-lists.ts";
import { Loaded } from "../form/Loaded.tsx";
import { Actions } from "../layout.tsx";
import { ResourceButtons } from "../resource/ResourceButtons.tsx";
import { ResourceTable } from "../resource/ResourceTable.tsx";
import { useResourceList } from "../resource/use-resource-list.tsx";
import { ActiveBadge } from "../StatusBadge.tsx";
import { buildPolicies } from "./policies.tsx";
import { buildRules } from "./rules.tsx";

type AccessPoliciesProps = { server: AuthorizationServer };

export function AccessPolicies({ server }: AccessPoliciesProps) {
  const applications = useApplications();
  const groups = useGroups();
  const scopes = useScopes(server.id);
  return (
    <Loaded answer={joinAnswers(applications, joinAnswers(groups, scopes))}>
      {([apps, [groupList, scopeList]]) => (
        <PolicyList server={server} applications={apps} groups={groupList} scopes={scopeList} />
      )}
    </Loaded>
  );
}

type Others = {
  server: AuthorizationServer;
  applications: readonly Application[];
  groups: readonly Group[];
  scopes: readonly Scope[];
};

function PolicyList({ server, applications, ...others }: Others) {
  const policies = buildPolicies(server, applications);
  const list = useResourceList(policies);
  return (
    <Loaded answer={list.answer}>
      {(items) => (
        <>
          <Panel
            title={policies.title}
            aside={<Button onClick={list.add}>{policies.add.button}</Button>}
          >
            <p>{policies.intro}</p>
            {items.length === 0 && (
              <Callout kind="warning">
                <p>
                  This server has no access policy, so every request fails. Add a policy with a
                  rule.
                </p>
              </Callout>
            )}
          </Panel>
          {list.message}
          {list.edited === undefined && list.showForm()}
          {items.map((policy) => (
            <Panel
              key={policy.id}
              title={policy.name}
              aside={
                <Actions>
                  <ActiveBadge status={policy.status} />
                  <ResourceButtons
                    resource={policies}
                    item={policy}
                    look="quiet"
                    onEdit={list.edit}
                    onChange={list.reload}
                    onDeleted={list.reload}
                  />
                </Actions>
              }
            >
              {policy.description && <p>{policy.description}</p>}
              {policies.columns.map(({ header, render }) => (
                <p key={header}>
                  {header}: {render(policy)}
                </p>
              ))}
              {list.edited?.id === policy.id && list.showForm(4)}
              <Rules server={server} policy={policy} {...others} />
            </Panel>
          ))}
        </>
      )}
    </Loaded>
  );
}

type RulesProps = Omit<Others, "applications"> & { policy: Policy };

function Rules({ server, policy, ...others }: RulesProps): ReactNode {
  const rules = buildRules(server, policy, others);
  const { answer, message, edit, reload, add, showForm } = useResourceList(rules);
  return (
    <Loaded answer={answer}>
      {(items) => (
        <>
          {message}
          <ResourceTable resource={rules} items={items} onEdit={edit} onChange={reload} />
          {showForm(4)}
          <p>
            <Button onClick={add} aria-label={`Add rule to ${policy.name}`}>
              Add rule
            </Button>
          </p>
        </>
      )}
    </Loaded>
  );
}
