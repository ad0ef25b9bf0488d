import { useState } from "react";
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
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { groupsPath } from "../groups/group-calls.ts";
import { RuleForm } from "./RuleForm.tsx";
import { RuleTable } from "./RuleTable.tsx";
import { buildRulesPath } from "./rule-calls.ts";
import { buildScopesPath } from "./scope-calls.ts";

type RulesProps = {
  server: AuthorizationServer;
  policy: Policy;
  /** As far as the policy. */
  consolePath: readonly string[];
};

/** A policy's rules, in the order in which they are asked. */
export function Rules({ server, policy, consolePath }: RulesProps) {
  const path = buildRulesPath(server.id, policy.id);
  const [rules, reload] = useAnswer(path, policyRulesSchema);
  const [groups] = useAnswer(groupsPath, groupsSchema);
  const [scopes] = useAnswer(buildScopesPath(server.id), scopesSchema);
  const [open, setOpen] = useState<PolicyRule | "new">();

  function finish() {
    setOpen(undefined);
    reload();
  }

  return (
    <Loaded answer={joinAnswers(rules, groups)}>
      {([list, groupList]) => (
        <>
          <RuleTable
            rules={list}
            groups={groupList}
            path={path}
            policyName={policy.name}
            consolePath={consolePath}
            onEdit={setOpen}
            onDone={reload}
          />
          <p>
            <Button onClick={() => setOpen("new")} aria-label={`Add rule to ${policy.name}`}>
              Add rule
            </Button>
          </p>
          {open && (
            <Loaded answer={scopes}>
              {(scopeList) => (
                <Summoned key={open === "new" ? open : open.id}>
                  <RuleForm
                    path={path}
                    rule={open === "new" ? undefined : open}
                    groups={groupList}
                    scopes={scopeList}
                    consolePath={consolePath}
                    onDone={finish}
                    onCancel={() => setOpen(undefined)}
                  />
                </Summoned>
              )}
            </Loaded>
          )}
        </>
      )}
    </Loaded>
  );
}
