import type { ReactNode } from "react";
import { nameFilterType } from "../../../okta/filter-types.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { takeWritable } from "../../org-api/api-call.ts";
import { type AuthorizationServer, type Claim, claimSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { AnyOrListedField } from "../form/AnyOrListedField.tsx";
import type { FormFields } from "../form/form-fields.ts";
import type { OrgLists } from "../form/org-lists.tsx";
import { Saved } from "../form/Saved.tsx";
import { findFilterMistake } from "../groups-claim/FilterOrExpressionField.tsx";
import { WordList } from "../list/WordList.tsx";
import type { Resource } from "../resource/resource.ts";
import { ClaimExpressionField, ClaimValueFields } from "./ClaimValueFields.tsx";
import { buildTabPath } from "./servers.tsx";

const tokenTypes = [
  { value: "RESOURCE", label: "Access Token" },
  { value: "IDENTITY", label: "ID Token" },
] as const;

const inclusions = [
  { value: "always", label: "Always" },
  { value: "on_request", label: "Userinfo / id_token request" },
] as const;

/** The Claims tab of a custom server. @see Okta: Authorization Servers API, the OAuth2Claim object */
export const buildClaims = (server: AuthorizationServer, lists: OrgLists): Resource<Claim> => ({
  title: "Claims",
  noun: "claim",
  intro: "A claim goes into one token type. For both, add two claims.",
  consolePath: buildTabPath(server, "Claims"),
  path: paths.claims(server.id),
  isPaged: false,
  schema: claimSchema,

  nameOf: ({ name }) => name,
  textOf: ({ name, value }) => `${name} ${value ?? ""}`,
  columns: [
    {
      header: "Token type",
      render: ({ claimType }) => tokenTypes.find(({ value }) => value === claimType)?.label,
    },
    { header: "Value", render: describeValue },
    {
      header: "Scopes",
      render: ({ conditions }) =>
        conditions.scopes.length > 0 ? <WordList words={conditions.scopes} /> : "Any",
    },
    { header: "Included", render: describeInclusion },
  ],
  empty: "Add one to put groups into this server’s tokens.",
  folded: { title: "System claims", has: ({ system }) => system },

  add: { button: "Add Claim", submit: "Create" },
  edit: {
    // System claims of ID tokens have an Always flag, and `sub` of access tokens has an expression.
    allows: ({ system, claimType, valueType }) =>
      !system || claimType === "IDENTITY" || valueType === "EXPRESSION",
    toBody: ({ valueType, ...claim }) => ({
      ...takeWritable(claim, "value", "group_filter_type"),
      valueType,
      ...(valueType !== "SYSTEM" && { value: claim.value }),
      ...(valueType === "GROUPS" && { group_filter_type: claim.group_filter_type }),
    }),
  },
  newBody: {
    name: "",
    status: "ACTIVE",
    claimType: "RESOURCE",
    valueType: "EXPRESSION",
    value: "",
    conditions: { scopes: [] },
    alwaysIncludeInToken: true,
  },
  fields: (form, before) => {
    if (before?.valueType === "SYSTEM") return showInclusion(form);
    if (before?.system) return <ClaimExpressionField form={form} isSubject lists={lists} />;
    return (
      <>
        <TextField label="Name" data-code required {...form.text("name")} />
        <SelectField
          label="Include in token type"
          options={tokenTypes}
          {...form.text("claimType")}
        />
        {form.body.claimType === "IDENTITY" && showInclusion(form)}
        <ClaimValueFields form={form} lists={lists} />
        <Checkbox
          label="Disable claim"
          hint="Leaves the claim out of all tokens without deleting it."
          {...form.flag("status", "INACTIVE", "ACTIVE")}
        />
        <AnyOrListedField
          label="Include in"
          any={{ value: [], label: "Any scope" }}
          listedLabel="The following scopes"
          legend="Scopes"
          options={lists.scopes.map(({ name }) => ({ value: name, label: name }))}
          hint="Included if the request has one of these scopes. With none selected, any scope counts."
          {...form.list("conditions.scopes")}
        />
      </>
    );
  },
  findMistake: ({ valueType, value }) =>
    valueType === "GROUPS" ? findFilterMistake(value) : undefined,
  // The flag is for ID tokens; for access token claims it is always true.
  buildBody: (body) =>
    body.claimType === "RESOURCE" ? { ...body, alwaysIncludeInToken: true } : body,
  describeSaved: ({ claimType, conditions }) => (
    <Saved token={claimType === "RESOURCE" ? "token" : "id_token"} scopes={conditions.scopes} />
  ),
  terraform: {
    type: "okta_auth_server_claim",
    others: { auth_server_id: server.id },
    paths: {
      name: "name",
      claim_type: "claimType",
      value_type: "valueType",
      group_filter_type: "group_filter_type",
      value: "value",
      always_include_in_token: "alwaysIncludeInToken",
      scopes: "conditions.scopes",
      status: "status",
    },
  },

  deletion: {
    meaning: "New tokens from this server won’t have the claim.",
    allows: ({ system }) => !system,
  },
});

/** A field that says whether thin ID tokens include the claim, too. */
function showInclusion({ body, set, problems }: FormFields) {
  return (
    <SelectField
      label="Include in ID Token"
      value={body.alwaysIncludeInToken === true ? "always" : "on_request"}
      onChange={(chosen) => set("alwaysIncludeInToken", chosen === "always")}
      options={inclusions}
      hint="ID tokens issued with an access token, or for a code, contain only claims set to Always. Okta’s pages disagree about the one that is returned with a code (code id_token)."
      error={problems.of("alwaysIncludeInToken")}
    />
  );
}

function describeValue({ valueType, value, group_filter_type }: Claim): ReactNode {
  if (valueType === "SYSTEM") return "System";
  if (valueType === "EXPRESSION") return <code>{value}</code>;
  return (
    <>
      {group_filter_type ? nameFilterType(group_filter_type) : "Groups"}: <code>{value}</code>
    </>
  );
}

function describeInclusion({ status, alwaysIncludeInToken }: Claim): string {
  if (status === "INACTIVE") return "Disabled";
  // The no-break space keeps it on two lines.
  return alwaysIncludeInToken ? "Always" : "Userinfo / id_token\u00a0request";
}
