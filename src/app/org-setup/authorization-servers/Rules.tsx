import { Button } from "../../../ui/Button.tsx";
import { joinAnswers } from "../api/answer.ts";
import {
  type AuthorizationServer,
  groupsSchema,
  type Policy,
  type PolicyRule,
  policyRulesSchema,
  scopesSchema,
} from "../api/okta-objects.ts";
import { buildListPath, buildScopesPath, groupsPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { Saved } from "../form/Saved.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { RuleForm } from "./RuleForm.tsx";
import { RuleTable } from "./RuleTable.tsx";
import { buildRulesPath } from "./rule-calls.ts";

type RulesProps = {
  server: AuthorizationServer;
  policy: Policy;
  /** Steps up to the policy. */
  consolePath: readonly string[];
};

/** A policy's rules, in order of priority. */
export function Rules({ server, policy, consolePath }: RulesProps) {
  const path = buildRulesPath(server.id, policy.id);
  const [rules, reload] = useAnswer(path, policyRulesSchema);
  const [groups] = useAnswer(buildListPath(groupsPath), groupsSchema);
  const [scopes] = useAnswer(buildListPath(buildScopesPath(server.id)), scopesSchema);
  const { open, saved, add, edit, renew, close, finish } = useOpenForm<PolicyRule>(reload);

  return (
    <Loaded answer={joinAnswers(rules, groups)}>
      {([list, groupList]) => (
        <>
          <StatusMessage>{saved && <Saved />}</StatusMessage>
          <RuleTable
            rules={list}
            groups={groupList}
            path={path}
            policyName={policy.name}
            consolePath={consolePath}
            onEdit={edit}
            onDone={reload}
          />
          {open && (
            <Loaded answer={scopes}>
              {(scopeList) => (
                <Summoned key={open.key}>
                  <RuleForm
                    path={path}
                    rule={open.object}
                    groups={groupList}
                    scopes={scopeList}
                    consolePath={consolePath}
                    onRenew={renew}
                    onDone={finish}
                    onCancel={close}
                  />
                </Summoned>
              )}
            </Loaded>
          )}
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
