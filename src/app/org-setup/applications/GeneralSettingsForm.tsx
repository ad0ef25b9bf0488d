import { Checkbox } from "../../../ui/Checkbox.tsx";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { grantTypes } from "../api/grant-types.ts";
import type { Application } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { rebaseDraft } from "../form/rebase-draft.ts";
import { useDraft } from "../form/use-draft.ts";
import { bindFields, type FormFields } from "../resource/form-fields.ts";
import { buildConsolePath, replaceApplication } from "./application-calls.ts";
import {
  applyGeneralSettings,
  type GeneralSettings,
  listClientAuthentications,
  toGeneralSettings,
} from "./general-settings.ts";
import { useOutdatedApplication } from "./use-outdated-application.ts";

type GeneralSettingsFormProps = { application: Application; onDone: () => void };

/** The console lists these under Grant type > Advanced. @see Okta: Implement the implicit flow, "Set up your app" */
const isAdvanced = (grantType: string) => grantType === "implicit";
const advancedGrantTypes = grantTypes.filter(({ value }) => isAdvanced(value));
const coreGrantTypes = grantTypes.filter(({ value }) => !isAdvanced(value));

/** The General tab's settings in one form, because the API replaces the whole app. */
export function GeneralSettingsForm({ application, onDone }: GeneralSettingsFormProps) {
  const initial = toGeneralSettings(application);
  const { draft, change } = useDraft(initial);
  const buildCall = (it: Application) => {
    const settings = rebaseDraft(draft, initial, toGeneralSettings(it));
    return replaceApplication(it, applyGeneralSettings(it, settings));
  };
  const checkOutdated = useOutdatedApplication(application, buildCall, onDone);
  return (
    <ChangeForm
      title="General Settings"
      call={buildCall(application)}
      consolePath={buildConsolePath(application.label, "General", "Edit")}
      submitLabel="Save"
      checkOutdated={checkOutdated}
      onDone={onDone}
    >
      {(problems) => showFields(bindFields(draft, change, problems), application)}
    </ChangeForm>
  );
}

function showFields(form: FormFields<GeneralSettings>, application: Application) {
  const { draft, change, problems } = form;
  const advanced = draft.grantTypes.filter(isAdvanced);
  return (
    <>
      <TextField label="App integration name" {...form.value("label")} />
      <SelectField
        label="Client authentication"
        options={listClientAuthentications(
          application.credentials.oauthClient.token_endpoint_auth_method,
        )}
        {...form.value("authentication", "credentials.oauthClient.token_endpoint_auth_method")}
      />
      <Checkbox
        label="Require PKCE as additional verification"
        hint="Makes a stolen code useless: only the client that sent the request can exchange it."
        {...form.isChecked("requiresPkce", "credentials.oauthClient.pkce_required")}
      />
      <CheckboxGroup
        legend="Grant type"
        options={coreGrantTypes}
        chosen={draft.grantTypes.filter((it) => !isAdvanced(it))}
        onChange={(chosen) => change({ grantTypes: [...chosen, ...advanced] })}
        error={problems.of(
          "settings.oauthClient.grant_types",
          "settings.oauthClient.response_types",
        )}
      />
      <CheckboxGroup
        legend="Advanced"
        options={advancedGrantTypes}
        chosen={advanced}
        onChange={(chosen) =>
          change({ grantTypes: [...draft.grantTypes.filter((it) => !isAdvanced(it)), ...chosen] })
        }
      />
      {advanced.includes("implicit") && (
        <>
          <Checkbox
            label="Allow ID Token with implicit grant type"
            {...form.isChecked("allowsImplicitIdToken")}
          />
          <Checkbox
            label="Allow Access Token with implicit grant type"
            {...form.isChecked("allowsImplicitAccessToken")}
          />
        </>
      )}
      <TextArea
        label="Sign-in redirect URIs"
        hint="One per line. The request’s redirect_uri must match one exactly."
        {...form.value("redirectUris", "settings.oauthClient.redirect_uris")}
      />
      <TextArea
        label="Sign-out redirect URIs"
        hint="One per line."
        {...form.value("signOutUris", "settings.oauthClient.post_logout_redirect_uris")}
      />
      <Checkbox
        label="Federation Broker Mode"
        hint="Anyone who signs in can use the app, assigned or not."
        {...form.isChecked("usesFederationBroker", "settings.implicitAssignment")}
      />
    </>
  );
}
