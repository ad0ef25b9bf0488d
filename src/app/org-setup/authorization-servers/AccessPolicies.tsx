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
import { News } from "../form/News.tsx";
import { Saved } from "../form/Saved.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { PolicyForm } from "./PolicyForm.tsx";
import { PolicyPanel } from "./PolicyPanel.tsx";
import { buildPoliciesPath } from "./policy-calls.ts";
import { buildConsolePath } from "./server-calls.ts";

type AccessPoliciesProps = { server: AuthorizationServer };

/** Which clients get tokens of this server, for whom, in which way and with which scopes. */
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
              The first active policy for a client is asked, and of its rules the first that fits
              the request. Where none fits, there is no token.
            </p>
            {list.length === 0 && (
              <Callout kind="warning">
                <p>
                  This server has no access policy: every request is refused with{" "}
                  <code>access_denied</code>. Add a policy, and to the policy a rule.
                </p>
              </Callout>
            )}
          </Panel>
          <News>{saved && <Saved />}</News>
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
