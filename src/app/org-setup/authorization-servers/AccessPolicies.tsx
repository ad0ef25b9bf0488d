import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { joinAnswers } from "../api/answer.ts";
import {
  type AuthorizationServer,
  applicationsSchema,
  type Policy,
  policiesSchema,
} from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { applicationsPath } from "../applications/application-calls.ts";
import { Loaded } from "../form/Loaded.tsx";
import { Saved } from "../form/Saved.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { PolicyForm } from "./PolicyForm.tsx";
import { PolicyPanel } from "./PolicyPanel.tsx";
import { buildPoliciesPath } from "./policy-calls.ts";
import { buildConsolePath } from "./server-calls.ts";

type AccessPoliciesProps = { server: AuthorizationServer };

/** A custom server's access policies, which decide who gets which tokens. */
export function AccessPolicies({ server }: AccessPoliciesProps) {
  const [policies, reload] = useAnswer(buildPoliciesPath(server.id), policiesSchema);
  const [applications] = useAnswer(applicationsPath, applicationsSchema);
  const { open, saved, add, close, finish } = useOpenForm<Policy>(reload);
  const consolePath = buildConsolePath(server.name, "Access Policies");

  return (
    <Loaded answer={joinAnswers(policies, applications)}>
      {([list, apps]) => (
        <>
          <Panel
            title="Access Policies"
            aside={<Button onClick={add}>Add New Access Policy</Button>}
          >
            <p>
              The server checks policies and rules in order. The first active rule that matches the
              request applies. If none matches, the request fails with <code>access_denied</code>.
            </p>
            {list.length === 0 && (
              <Callout kind="warning">
                <p>
                  This server has no access policy, so every request fails. Add a policy with a
                  rule.
                </p>
              </Callout>
            )}
          </Panel>
          <StatusMessage>{saved && <Saved />}</StatusMessage>
          {open && (
            <Summoned>
              <PolicyForm
                serverId={server.id}
                policy={undefined}
                applications={apps}
                consolePath={consolePath}
                onRenew={reload}
                onDone={finish}
                onCancel={close}
              />
            </Summoned>
          )}
          {list.map((policy) => (
            <PolicyPanel
              key={policy.id}
              server={server}
              policy={policy}
              applications={apps}
              consolePath={consolePath}
              onDone={reload}
            />
          ))}
        </>
      )}
    </Loaded>
  );
}
