import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { AuthorizationServer, Policy } from "../../org-api/okta-objects.ts";
import { Loaded } from "../form/Loaded.tsx";
import type { OrgLists } from "../form/org-lists.tsx";
import { Actions } from "../layout.tsx";
import { ResourceButtons } from "../resource/ResourceButtons.tsx";
import { ResourceTable } from "../resource/ResourceTable.tsx";
import { useResourceList } from "../resource/use-resource-list.tsx";
import { ActiveBadge } from "../StatusBadge.tsx";
import { buildPolicies } from "./policies.tsx";
import { buildRules } from "./rules.tsx";

type AccessPoliciesProps = { server: AuthorizationServer; lists: OrgLists };

export function AccessPolicies({ server, lists }: AccessPoliciesProps) {
  const policies = buildPolicies(server, lists);
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
              <Rules server={server} lists={lists} policy={policy} />
            </Panel>
          ))}
        </>
      )}
    </Loaded>
  );
}

function Rules({ server, lists, policy }: AccessPoliciesProps & { policy: Policy }) {
  const rules = buildRules(server, policy, lists);
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
