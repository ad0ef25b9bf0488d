import { type ReactNode, useState } from "react";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { Application, User } from "../api/okta-objects.ts";
import { listClientOptions } from "../applications/application-calls.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { GroupFilterField } from "../groups-claim/GroupFilterField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { type PreviewUser, usePreviewUser } from "../groups-claim/PreviewedField.tsx";
import type { FormFields } from "../resource/form-fields.ts";
import type { ClaimDraft } from "./claim-draft.ts";

type ClaimValueFieldsProps = {
  form: FormFields<ClaimDraft>;
  people: readonly User[];
  applications: readonly Application[];
};

const valueTypes = [
  { value: "EXPRESSION", label: "Expression" },
  { value: "GROUPS", label: "Groups" },
] as const;

export function ClaimValueFields({ form, people, applications }: ClaimValueFieldsProps) {
  const { draft, change, problems } = form;
  const previewUser = usePreviewUser(people);
  return (
    <>
      <SelectField label="Value type" options={valueTypes} {...form.value("valueType")} />
      {draft.valueType === "GROUPS" ? (
        <GroupFilterField
          filterType={draft.filterType}
          value={draft.filterValue}
          onChange={(filterType, filterValue) => change({ filterType, filterValue })}
          error={problems.mistake ?? problems.of("value", "group_filter_type")}
          previewUser={previewUser}
        />
      ) : (
        <ClaimExpressionField {...{ form, people, applications, previewUser }} />
      )}
    </>
  );
}

type ClaimExpressionFieldProps = ClaimValueFieldsProps & {
  previewUser?: PreviewUser;
  /** For `sub` of access tokens, the only system claim with an expression. */
  isSubject?: boolean;
};

export function ClaimExpressionField(props: ClaimExpressionFieldProps) {
  const { form, people, applications, isSubject = false } = props;
  const { clientId, appChoice } = usePreviewApp(applications);
  const ownPreviewUser = usePreviewUser(people);
  const { includeIn, scopes } = form.draft;
  return (
    <ExpressionField
      label="Value"
      {...form.value("expression", "value")}
      hint={
        <>
          <LanguageLink language="classic" />, up to 1,024 characters.
          {isSubject && " Without a value, requests fail with server_error."}
        </>
      }
      {...(!isSubject && { patterns: "classic" })}
      // The scopes of a request that includes the claim.
      subject={{
        clientId,
        scopes: [...new Set(["openid", ...(includeIn === "chosen" ? scopes : [])])],
      }}
      previewUser={props.previewUser ?? ownPreviewUser}
      appChoice={appChoice}
    />
  );
}

function usePreviewApp(applications: readonly Application[]): {
  /** Empty if the org has no apps. */
  readonly clientId: string;
  readonly appChoice: ReactNode;
} {
  const [clientId, setClientId] = useState(
    applications[0]?.credentials.oauthClient.client_id ?? "",
  );
  const appChoice = applications.length > 1 && (
    <SelectField
      label="Preview for app"
      value={clientId}
      onChange={setClientId}
      options={listClientOptions(applications)}
    />
  );
  return { clientId, appChoice: appChoice || undefined };
}
