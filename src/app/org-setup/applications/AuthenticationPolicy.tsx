import * as v from "valibot";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import type { Application } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { useDraft } from "../form/use-draft.ts";
import { buildConsolePath } from "./application-calls.ts";

const schema = v.object({ authenticationPolicy: v.picklist(["password_only", "any_two_factors"]) });
type Policy = v.InferOutput<typeof schema>;

const policies = [
  { value: "password_only", label: "Password only" },
  { value: "any_two_factors", label: "Any two factors" },
] as const;

const buildPath = (id: string) => `/demo/v1/apps/${encodeURIComponent(id)}/authentication-policy`;

export function AuthenticationPolicy({ application }: { application: Application }) {
  const [policy, reload] = useAnswer(buildPath(application.id), schema);
  return (
    <Loaded answer={policy}>
      {(saved) => <PolicyForm application={application} saved={saved} onDone={reload} />}
    </Loaded>
  );
}

type PolicyFormProps = { application: Application; saved: Policy; onDone: () => void };

function PolicyForm({ application: { id, label }, saved, onDone }: PolicyFormProps) {
  const { draft, change } = useDraft(saved);
  const { authenticationPolicy } = draft;
  const call: ApiCall = { method: "PUT", path: buildPath(id), body: { authenticationPolicy } };
  return (
    <ChangeForm
      title="User authentication"
      call={call}
      consolePath={buildConsolePath(label, "Sign On", "User authentication", "Edit")}
      isOktaCall={false}
      note="In a real org, a policy has its own rules and can apply to many apps."
      submitLabel="Save"
      onDone={onDone}
    >
      {(problems) => (
        <SelectField
          label="Authentication policy"
          hint="With two factors, the org also asks a security question. ID tokens then have amr pwd, mfa, kba."
          value={authenticationPolicy}
          onChange={(chosen) => change({ authenticationPolicy: chosen })}
          options={policies}
          error={problems.of("authenticationPolicy")}
        />
      )}
    </ChangeForm>
  );
}
