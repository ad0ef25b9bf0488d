import { useState } from "react";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { Application } from "../../org-api/okta-objects.ts";
import { listClientOptions } from "../applications/application-calls.ts";
import { getTexts } from "../form/body.ts";
import type { FormFields } from "../form/form-fields.ts";
import type { OrgLists } from "../form/org-lists.tsx";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { FilterOrExpressionField } from "../groups-claim/FilterOrExpressionField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { type PreviewUser, usePreviewUser } from "../groups-claim/PreviewedField.tsx";

type ClaimValueFieldsProps = { form: FormFields; lists: OrgLists };

export function ClaimValueFields({ form, lists }: ClaimValueFieldsProps) {
  const previewUser = usePreviewUser(lists.people);
  return (
    <FilterOrExpressionField
      form={form}
      label="Value type"
      types={[
        { value: "EXPRESSION", label: "Expression" },
        { value: "GROUPS", label: "Groups" },
      ]}
      filterTypePath="group_filter_type"
      newFilterType="STARTS_WITH"
      previewUser={previewUser}
      expressionField={<ClaimExpressionField {...{ form, lists, previewUser }} />}
    />
  );
}

type ClaimExpressionFieldProps = ClaimValueFieldsProps & {
  previewUser?: PreviewUser;
  /** For `sub` of access tokens, the only system claim with an expression. */
  isSubject?: boolean;
};

export function ClaimExpressionField(props: ClaimExpressionFieldProps) {
  const { form, lists, isSubject = false } = props;
  const { clientId, appChoice } = usePreviewApp(lists.applications);
  const ownPreviewUser = usePreviewUser(lists.people);
  return (
    <ExpressionField
      label="Value"
      {...form.text("value")}
      hint={
        <>
          <LanguageLink language="classic" />, up to 1,024 characters.
          {isSubject && " If it evaluates to nothing, requests fail with server_error."}
        </>
      }
      {...(!isSubject && { patterns: "classic" })}
      // Preview a request that has the scopes that the claim requires.
      subject={{
        clientId,
        scopes: [...new Set(["openid", ...getTexts(form.body, "conditions.scopes")])],
      }}
      previewUser={props.previewUser ?? ownPreviewUser}
      appChoice={appChoice}
    />
  );
}

function usePreviewApp(applications: readonly Application[]) {
  /** Empty if the org has no apps. */
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
