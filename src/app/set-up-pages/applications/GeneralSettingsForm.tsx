import { Checkbox } from "../../../ui/Checkbox.tsx";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { type Application, applicationSchema, grantTypes } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { type Body, getTexts, setAt } from "../form/body.ts";
import { describeList, type FormFields } from "../form/form-fields.ts";
import { LinesField } from "../form/LinesField.tsx";
import { ObjectForm } from "../form/ObjectForm.tsx";
import { buildConsolePath, replaceApplication } from "./application-calls.ts";

type GeneralSettingsFormProps = { application: Application; onDone: () => void };

const clientAuthentications = [
  { value: "none", label: "None" },
  { value: "client_secret_basic", label: "Client secret in the Authorization header" },
  { value: "client_secret_post", label: "Client secret in the request body" },
];

const methodPath = "credentials.oauthClient.token_endpoint_auth_method";
const grantTypesPath = "settings.oauthClient.grant_types";
const responseTypesPath = "settings.oauthClient.response_types";

/** The console lists these under Grant type > Advanced. @see Okta: Implement the implicit flow, "Set up your app" */
const isAdvanced = (grantType: string) => grantType === "implicit";
const advancedGrantTypes = grantTypes.filter(({ value }) => isAdvanced(value));
const coreGrantTypes = grantTypes.filter(({ value }) => !isAdvanced(value));

/** The General tab's settings in one form, because the API replaces the whole app. */
export function GeneralSettingsForm({ application, onDone }: GeneralSettingsFormProps) {
  return (
    <ObjectForm
      title="General Settings"
      path={paths.application(application.id)}
      schema={applicationSchema}
      object={application}
      buildCall={(body) => replaceApplication(application.id, setResponseTypes(body))}
      fields={(form) => showFields(form, application)}
      consolePath={buildConsolePath(application.label, "General", "Edit")}
      onDone={onDone}
    />
  );
}

/** Response types follow from the grant types and the two implicit checkboxes. @see Okta: Implement the implicit flow */
function setResponseTypes(body: Body): Body {
  const uses = (grantType: string) => getTexts(body, grantTypesPath).includes(grantType);
  const allows = (type: string) => getTexts(body, responseTypesPath).includes(type);
  const responseTypes = [
    uses("authorization_code") && "code",
    uses("implicit") && allows("id_token") && "id_token",
    (uses("implicit") ? allows("token") : uses("client_credentials")) && "token",
  ].filter((type) => type !== false);
  return setAt(body, responseTypesPath, responseTypes);
}

function showFields(form: FormFields, application: Application) {
  const { token_endpoint_auth_method: method } = application.credentials.oauthClient;
  const isKnown = clientAuthentications.some(({ value }) => value === method);
  const chosen = getTexts(form.body, grantTypesPath);
  const core = chosen.filter((it) => !isAdvanced(it));
  const advanced = chosen.filter(isAdvanced);
  return (
    <>
      <TextField label="App integration name" {...form.text("label")} />
      <SelectField
        label="Client authentication"
        // An unknown method of the app is listed by its API name.
        options={
          isKnown
            ? clientAuthentications
            : [...clientAuthentications, { value: method, label: method }]
        }
        {...form.text(methodPath)}
      />
      <Checkbox
        label="Require PKCE as additional verification"
        hint="Makes a stolen code useless: only the client that sent the request can exchange it."
        {...form.flag("credentials.oauthClient.pkce_required")}
      />
      <CheckboxGroup
        legend="Grant type"
        options={coreGrantTypes}
        chosen={core}
        onChange={(changed) => form.set(grantTypesPath, [...changed, ...advanced])}
        error={describeList(
          "Select at least one grant type.",
          chosen,
          form.problems.of(grantTypesPath, responseTypesPath),
        )}
      />
      <CheckboxGroup
        legend="Advanced"
        options={advancedGrantTypes}
        chosen={advanced}
        onChange={(changed) => form.set(grantTypesPath, [...core, ...changed])}
      />
      {advanced.includes("implicit") && (
        <>
          <Checkbox
            label="Allow ID Token with implicit grant type"
            {...bindResponseType(form, "id_token")}
          />
          <Checkbox
            label="Allow Access Token with implicit grant type"
            {...bindResponseType(form, "token")}
          />
        </>
      )}
      <LinesField
        label="Sign-in redirect URIs"
        hint="One per line. The request’s redirect_uri must match one exactly."
        {...form.requiredList("Enter at least one URI.", "settings.oauthClient.redirect_uris")}
      />
      <LinesField
        label="Sign-out redirect URIs"
        hint="One per line."
        {...form.list("settings.oauthClient.post_logout_redirect_uris")}
      />
      <Checkbox
        label="Federation Broker Mode"
        hint="Anyone who signs in can use the app, assigned or not."
        {...form.flag("settings.implicitAssignment")}
      />
    </>
  );
}

function bindResponseType({ body, set }: FormFields, type: string) {
  const types = getTexts(body, responseTypesPath);
  return {
    isChecked: types.includes(type),
    onChange: (isChecked: boolean) =>
      set(responseTypesPath, [...types.filter((it) => it !== type), ...(isChecked ? [type] : [])]),
  };
}
