import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { type Application, type Policy, policySchema } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import {
  addPolicy,
  buildPolicyPath,
  draftPolicy,
  newPolicy,
  replacePolicy,
} from "./policy-calls.ts";

type PolicyFormProps = {
  serverId: string;
  /** undefined for a new policy. */
  policy: Policy | undefined;
  applications: readonly Application[];
  consolePath: readonly string[];
  onRenew: () => void;
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

const assignToOptions = [
  { value: "all", label: "All clients" },
  { value: "chosen", label: "The following clients" },
] as const;

/** An access policy's name and clients. */
export function PolicyForm(props: PolicyFormProps) {
  const { serverId, policy, applications, consolePath, onRenew, onDone, onCancel } = props;
  const { draft, change } = useDraft(policy ? draftPolicy(policy) : newPolicy);
  const checkOutdated = useOutdatedCheck({
    path: buildPolicyPath(serverId, policy?.id ?? ""),
    schema: policySchema,
    object: policy,
    sendBack: (it) => replacePolicy(serverId, it, draftPolicy(it)),
    onOutdated: onRenew,
  });
  return (
    <ChangeForm
      title={policy ? `Edit policy ${policy.name}` : "Add Policy"}
      call={policy ? replacePolicy(serverId, policy, draft) : addPolicy(serverId, draft)}
      consolePath={[
        ...consolePath,
        ...(policy ? [policy.name, "Edit"] : ["Add New Access Policy"]),
      ]}
      headingLevel={policy ? 4 : 3}
      submitLabel={policy ? "Update Policy" : "Create Policy"}
      checkOutdated={checkOutdated}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => change({ name })}
            error={problems.of("name")}
            required
          />
          <TextField
            label="Description"
            value={draft.description}
            onChange={(description) => change({ description })}
            error={problems.of("description")}
          />
          <SelectField
            label="Assign to"
            value={draft.assignTo}
            onChange={(assignTo) => change({ assignTo })}
            options={assignToOptions}
          />
          {draft.assignTo === "chosen" && (
            <CheckboxGroup
              legend="Clients"
              options={applications.map(({ label, credentials }) => ({
                value: credentials.oauthClient.client_id,
                label,
              }))}
              chosen={draft.clients}
              onChange={(clients) => change({ clients })}
              hint={
                draft.clients.length === 0
                  ? "Choose a client, or the policy applies to none."
                  : undefined
              }
              error={problems.of("conditions.clients.include")}
            />
          )}
        </>
      )}
    </ChangeForm>
  );
}
