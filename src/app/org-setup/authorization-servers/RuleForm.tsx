import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ruleGrantTypes } from "../api/grant-types.ts";
import { type Group, type PolicyRule, policyRuleSchema, type Scope } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { LifetimeFields } from "./LifetimeFields.tsx";
import {
  addRule,
  buildRulePath,
  draftRule,
  newRule,
  type RuleDraft,
  replaceRule,
} from "./rule-calls.ts";

type RuleFormProps = {
  /** Path of the policy's rules. */
  path: string;
  /** undefined for a new rule. */
  rule: PolicyRule | undefined;
  groups: readonly Group[];
  scopes: readonly Scope[];
  consolePath: readonly string[];
  onRenew: (newest: PolicyRule) => void;
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

const peopleOptions = [
  { value: "any", label: "Any user assigned the app" },
  { value: "chosen", label: "Assigned the app and a member of one of the following" },
] as const;

const scopeOptions = [
  { value: "any", label: "Any scopes" },
  { value: "chosen", label: "The following scopes" },
] as const;

/** The form for a rule, in the Admin Console's words. */
export function RuleForm(props: RuleFormProps) {
  const { path, rule, groups, scopes, consolePath, onRenew, onDone, onCancel } = props;
  const { draft, change } = useDraft(rule ? draftRule(rule) : newRule);
  const checkOutdated = useOutdatedCheck({
    path: buildRulePath(path, rule?.id ?? ""),
    schema: policyRuleSchema,
    object: rule,
    sendBack: (it) => replaceRule(path, it, draftRule(it)),
    onOutdated: onRenew,
  });
  return (
    <ChangeForm
      title={rule ? `Edit rule ${rule.name}` : "Add Rule"}
      call={rule ? replaceRule(path, rule, draft) : addRule(path, draft)}
      consolePath={[...consolePath, ...(rule ? [rule.name, "Edit"] : ["Add rule"])]}
      headingLevel={4}
      submitLabel={rule ? "Update rule" : "Create rule"}
      checkOutdated={checkOutdated}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <>
          <TextField
            label="Rule Name"
            value={draft.name}
            onChange={(name) => change({ name })}
            error={problems.of("name")}
            required
          />
          <CheckboxGroup
            legend="IF Grant type is"
            options={ruleGrantTypes}
            chosen={draft.grantTypes}
            onChange={(chosen) => change({ grantTypes: chosen })}
            error={problems.of("conditions.grantTypes.include")}
          />
          <SelectField
            label="AND User is"
            value={draft.people}
            onChange={(people) => change({ people })}
            options={peopleOptions}
          />
          {draft.people === "chosen" && (
            <CheckboxGroup
              legend="Groups"
              options={groups.map(({ id, profile }) => ({ value: id, label: profile.name }))}
              chosen={draft.groups}
              onChange={(chosen) => change({ groups: chosen })}
              hint={describeNobody(draft, rule)}
              error={problems.of("conditions.people")}
            />
          )}
          <SelectField
            label="AND Scopes requested"
            value={draft.scopesAre}
            onChange={(scopesAre) => change({ scopesAre })}
            options={scopeOptions}
          />
          {draft.scopesAre === "chosen" && (
            <CheckboxGroup
              legend="Scopes"
              options={scopes.map(({ name }) => ({ value: name, label: name }))}
              chosen={draft.scopes}
              onChange={(chosen) => change({ scopes: chosen })}
              hint={
                draft.scopes.length === 0
                  ? "Choose a scope, or the rule matches no scopes."
                  : undefined
              }
              error={problems.of("conditions.scopes.include")}
            />
          )}
          <LifetimeFields
            draft={draft}
            onChange={change}
            errors={{
              accessTokenLifetime: problems.of("actions.token.accessTokenLifetimeMinutes"),
              refreshTokenLifetime: problems.of("actions.token.refreshTokenLifetimeMinutes"),
              refreshTokenWindow: problems.of("actions.token.refreshTokenWindowMinutes"),
            }}
          />
        </>
      )}
    </ChangeForm>
  );
}

/** A rule can also include single users. The form doesn't show them, but keeps them. */
function describeNobody(draft: RuleDraft, rule: PolicyRule | undefined): string | undefined {
  const byName = rule?.conditions.people.users?.include ?? [];
  if (draft.groups.length > 0 || byName.length > 0) return undefined;
  return draft.grantTypes.some((it) => it === "authorization_code" || it === "implicit")
    ? "Choose a group. Okta requires one for Authorization Code and Implicit (hybrid)."
    : "Without a group, the rule matches no users.";
}
