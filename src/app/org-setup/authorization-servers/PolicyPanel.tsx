import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { Application, AuthorizationServer, Policy } from "../api/okta-objects.ts";
import { Actions } from "../form/Actions.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { PolicyForm } from "./PolicyForm.tsx";
import { allClients, buildPolicyPath, deletePolicy } from "./policy-calls.ts";
import { Rules } from "./Rules.tsx";

type PolicyPanelProps = {
  server: AuthorizationServer;
  policy: Policy;
  applications: readonly Application[];
  consolePath: readonly string[];
  onDone: () => void;
};

/** One access policy with its rules. */
export function PolicyPanel(props: PolicyPanelProps) {
  const { server, policy, applications, consolePath, onDone } = props;
  const { id, name, description, status, conditions } = policy;
  const { open, edit, close, finish } = useOpenForm<Policy>(onDone);
  const ownPath = [...consolePath, name];

  return (
    <Panel
      title={name}
      aside={
        <Actions>
          <OnOrOff status={status} />
          <Button look="quiet" aria-label={`Edit ${name}`} onClick={() => edit(policy)}>
            Edit
          </Button>
          <StatusButton
            look="quiet"
            object={name}
            status={status}
            path={buildPolicyPath(server.id, id)}
            consolePath={ownPath}
            meanings={{
              ACTIVE: "The server will skip this policy.",
              INACTIVE: "The policy will apply again, in the same order as before.",
            }}
            onDone={onDone}
          />
          <ChangeButton
            look="quiet"
            isFinal
            label="Delete"
            object={name}
            meaning="This deletes the policy and its rules. Requests that no other policy allows will fail."
            call={deletePolicy(server.id, id)}
            consolePath={[...ownPath, "Delete"]}
            onDone={onDone}
          />
        </Actions>
      }
    >
      {description && <p>{description}</p>}
      <p>Assigned to: {describeClients(conditions.clients.include, applications)}</p>
      {open && (
        <Summoned>
          <PolicyForm
            serverId={server.id}
            policy={policy}
            applications={applications}
            consolePath={consolePath}
            onRenew={onDone}
            onDone={finish}
            onCancel={close}
          />
        </Summoned>
      )}
      <Rules server={server} policy={policy} consolePath={ownPath} />
    </Panel>
  );
}

/** Names of apps; the client ID if the app was deleted. */
function describeClients(ids: readonly string[], applications: readonly Application[]): string {
  if (ids.includes(allClients)) return "All clients";
  const nameOf = (id: string) =>
    applications.find((it) => it.credentials.oauthClient.client_id === id)?.label ?? id;
  return ids.length === 0 ? "No clients" : ids.map(nameOf).join(", ");
}
