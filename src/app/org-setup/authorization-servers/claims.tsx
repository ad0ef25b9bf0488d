import type { ReactNode } from "react";
import { nameFilterType } from "../../../okta/filter-types.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { showName } from "../../result/claims/VisibleText.tsx";
import { joinAnswers } from "../api/answer.ts";
import {
  type Application,
  type AuthorizationServer,
  type Claim,
  claimSchema,
  type Scope,
  type User,
} from "../api/okta-objects.ts";
import { buildClaimsPath } from "../api/paths.ts";
import { useApplications, usePeople, useScopes } from "../api/use-lists.ts";
import { Loaded } from "../form/Loaded.tsx";
import { Saved } from "../form/Saved.tsx";
import { findFilterMistake } from "../groups-claim/GroupFilterField.tsx";
import { WordList } from "../list/WordList.tsx";
import type { FormFields } from "../resource/form-fields.ts";
import { ResourcePanel } from "../resource/ResourcePage.tsx";
import type { Resource } from "../resource/resource.ts";
import { ClaimExpressionField, ClaimValueFields } from "./ClaimValueFields.tsx";
import { buildClaimBody, type ClaimDraft, draftClaim, newClaim } from "./claim-draft.ts";
import { buildTabPath } from "./servers.tsx";

const tokenTypes = [
  { value: "RESOURCE", label: "Access Token" },
  { value: "IDENTITY", label: "ID Token" },
] as const;

const inclusions = [
  { value: "always", label: "Always" },
  { value: "on_request", label: "Userinfo / id_token request" },
] as const;

const includeInOptions = [
  { value: "any", label: "Any scope" },
  { value: "chosen", label: "The following scopes" },
] as const;

type Others = {
  readonly scopes: readonly Scope[];
  readonly people: readonly User[];
  readonly applications: readonly Application[];
};

/** The Claims tab of a custom server. @see Okta: Authorization Servers API, the OAuth2Claim object */
export const buildClaims = (
  server: AuthorizationServer,
  { scopes, people, applications }: Others,
): Resource<Claim, ClaimDraft> => ({
  title: "Claims",
  noun: "claim",
  intro: "A claim goes into one token type. For both, add two claims.",
  consolePath: buildTabPath(server, "Claims"),
  path: buildClaimsPath(server.id),
  schema: claimSchema,

  nameOf: ({ name }) => name,
  textOf: ({ name, value }) => `${name} ${value ?? ""}`,
  columns: [
    { header: "Name", render: ({ name }) => <bdi>{showName(name)}</bdi> },
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
    submit: "Save",
    toDraft: draftClaim,
  },
  newDraft: newClaim,
  fields: (form, before) => {
    if (before?.valueType === "SYSTEM") return showInclusion(form);
    const choices = { people, applications };
    if (before?.system) return <ClaimExpressionField form={form} isSubject {...choices} />;
    return (
      <>
        <TextField label="Name" data-code required {...form.value("name")} />
        <SelectField
          label="Include in token type"
          options={tokenTypes}
          {...form.value("claimType")}
        />
        {form.draft.claimType === "IDENTITY" && showInclusion(form)}
        <ClaimValueFields form={form} {...choices} />
        <Checkbox
          label="Disable claim"
          hint="Leaves the claim out of all tokens without deleting it."
          {...form.isChecked("isDisabled", "status")}
        />
        <SelectField label="Include in" options={includeInOptions} {...form.value("includeIn")} />
        {form.draft.includeIn === "chosen" && (
          <CheckboxGroup
            legend="Scopes"
            options={scopes.map(({ name }) => ({ value: name, label: name }))}
            hint="Included if the request has one of these scopes. With none selected, any scope counts."
            {...form.chosen("scopes", "conditions.scopes")}
          />
        )}
      </>
    );
  },
  findMistake: ({ valueType, filterValue }) =>
    valueType === "GROUPS" ? findFilterMistake(filterValue) : undefined,
  buildBody: buildClaimBody,
  describeSaved: ({ claimType, conditions }) => (
    <Saved token={claimType === "RESOURCE" ? "token" : "id_token"} scopes={conditions.scopes} />
  ),
  terraform: {
    type: "okta_auth_server_claim",
    list: ({ name, claimType, isAlways, valueType, isDisabled, includeIn, ...draft }, before) =>
      before?.system
        ? undefined
        : [
            ["auth_server_id", server.id],
            ["name", name],
            ["claim_type", claimType],
            ["value_type", valueType],
            valueType === "GROUPS" ? ["group_filter_type", draft.filterType] : undefined,
            ["value", valueType === "GROUPS" ? draft.filterValue : draft.expression],
            ["always_include_in_token", claimType === "RESOURCE" || isAlways],
            ["scopes", includeIn === "any" ? [] : draft.scopes],
            ["status", isDisabled ? "INACTIVE" : "ACTIVE"],
          ],
  },

  deletion: {
    meaning: "New tokens from this server won’t have the claim.",
    allows: ({ system }) => !system,
  },
});

type ClaimsProps = { server: AuthorizationServer };

export function Claims({ server }: ClaimsProps) {
  const scopes = useScopes(server.id);
  const people = usePeople();
  const applications = useApplications();
  return (
    <Loaded answer={joinAnswers(scopes, joinAnswers(people, applications))}>
      {([scopeList, [peopleList, applicationList]]) => (
        <ResourcePanel
          resource={buildClaims(server, {
            scopes: scopeList,
            people: peopleList,
            applications: applicationList,
          })}
        />
      )}
    </Loaded>
  );
}

/** Whether thin ID tokens include the claim, too. */
function showInclusion({ draft, change, problems }: FormFields<ClaimDraft>) {
  return (
    <SelectField
      label="Include in ID Token"
      value={draft.isAlways ? "always" : "on_request"}
      onChange={(chosen) => change({ isAlways: chosen === "always" })}
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
