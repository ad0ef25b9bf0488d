import { TextField } from "../../../ui/TextField.tsx";
import {
  type Application,
  type FederatedClaim,
  federatedClaimSchema,
  type User,
} from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import type { FormFields } from "../form/form-fields.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { usePreviewUser } from "../groups-claim/PreviewedField.tsx";
import type { Resource } from "../resource/resource.ts";
import { buildConsolePath } from "./application-calls.ts";

/** Sign On > Claims. @see Okta: Applications API, Federated Claims */
export const buildFederatedClaims = (
  application: Application,
  people: readonly User[],
): Resource<FederatedClaim> => ({
  title: "Claims",
  noun: "claim",
  intro:
    "Okta’s newer way to add claims to ID tokens from the org authorization server. Okta calls the form above “legacy configuration”. In the demo org every ID token has these claims. Okta’s guide doesn’t say whether thin ID tokens keep them.",
  consolePath: buildConsolePath(application.label, "Sign On", "Claims"),
  path: paths.federatedClaims(application.id),
  isPaged: false,
  schema: federatedClaimSchema,

  nameOf: ({ name }) => name,
  columns: [{ header: "Expression", render: ({ expression }) => <code>{expression}</code> }],
  empty: "Add an expression to create a claim.",

  add: { button: "Add expression", submit: "Add claim" },
  newBody: { name: "", expression: "" },
  fields: (form) => <FederatedClaimFields form={form} application={application} people={people} />,
  findMistake: ({ name }) => findReservedName(name),

  deletion: { meaning: "New ID tokens won’t have this claim." },
});

type FederatedClaimFieldsProps = {
  form: FormFields;
  application: Application;
  people: readonly User[];
};

function FederatedClaimFields({ form, application, people }: FederatedClaimFieldsProps) {
  const name = form.text("name");
  return (
    <>
      <TextField label="Name" data-code {...name} error={form.problems.mistake ?? name.error} />
      <ExpressionField
        label="Expression"
        {...form.text("expression")}
        hint={<LanguageLink language="identity-engine" />}
        patterns="identity-engine"
        subject={{
          clientId: application.credentials.oauthClient.client_id,
          scopes: ["openid"],
          place: "federated claim",
        }}
        previewUser={usePreviewUser(people)}
      />
    </>
  );
}

/** Names of claims that Okta puts into ID tokens itself, and of claims per scope. */
const reservedNames: ReadonlySet<string> = new Set(
  `active address aid amr app_id app_type at_hash aud auth_time birthdate c_hash client_id client_ip
  client_req_id client_type client_user_agent cnf device_compliance device_id device_known device_managed
  device_name device_trust did dst email email_verified exp family_name gender given_name group groups hotk
  iat idp idp_iss iss jti locale mac_key may_act middle_name name nickname nonce oid okta_emailVerified
  okta_lastUpdated orig permissions phone_number picture preferred_username profile purpose pwd_exp_days
  pwd_exp_time rid role scope scopes sid sub term token_type updated_at user_ip ver website zoneinfo`.split(
    /\s+/,
  ),
);

/** Unverified for other names than `groups`. @see okta/terraform-provider-okta#2745; Okta support: OIDC Bearer Tokens */
function findReservedName(name: unknown): string | undefined {
  return typeof name === "string" && reservedNames.has(name)
    ? `'${name}' is reserved and cannot be used`
    : undefined;
}
