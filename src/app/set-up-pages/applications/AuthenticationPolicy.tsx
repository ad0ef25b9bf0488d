import * as v from "valibot";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { Application } from "../../org-api/okta-objects.ts";
import { SettingForm } from "../form/SettingForm.tsx";
import { buildConsolePath } from "./application-calls.ts";

const schema = v.object({ authenticationPolicy: v.picklist(["password_only", "any_two_factors"]) });

const policies = [
  { value: "password_only", label: "Password only" },
  { value: "any_two_factors", label: "Any two factors" },
];

export function AuthenticationPolicy({ application: { id, label } }: { application: Application }) {
  return (
    <SettingForm
      title="User authentication"
      path={`/demo/v1/apps/${encodeURIComponent(id)}/authentication-policy`}
      schema={schema}
      consolePath={buildConsolePath(label, "Sign On", "User authentication", "Edit")}
      note="In a real org, a policy has its own rules and can apply to many apps."
      fields={(form) => (
        <SelectField
          label="Authentication policy"
          hint="With two factors, the org also asks a security question. ID tokens then have amr pwd, mfa, kba."
          options={policies}
          {...form.text("authenticationPolicy")}
        />
      )}
    />
  );
}
