import { TextField } from "../../../ui/TextField.tsx";
import type { ApiCall } from "../../org-api/api-call.ts";
import {
  type Application,
  type GroupsClaim,
  groupsClaimSchema,
  type User,
} from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import type { Body } from "../form/body.ts";
import { ObjectForm } from "../form/ObjectForm.tsx";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import {
  FilterOrExpressionField,
  findFilterMistake,
} from "../groups-claim/FilterOrExpressionField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { usePreviewUser } from "../groups-claim/PreviewedField.tsx";
import { buildConsolePath } from "./application-calls.ts";

type GroupsClaimFormProps = {
  application: Application;
  recorded: GroupsClaim;
  people: readonly User[];
  onDone: () => void;
};

export function GroupsClaimForm({ application, recorded, people, onDone }: GroupsClaimFormProps) {
  const previewUser = usePreviewUser(people);
  const path = paths.groupsClaim(application.id);
  return (
    <ObjectForm
      title="OpenID Connect ID Token"
      path={path}
      schema={groupsClaimSchema}
      object={recorded}
      toBody={toBody}
      buildCall={(body) => buildCall(path, body)}
      findMistake={(body) =>
        body.valueType === "GROUPS" && hasName(body) ? findFilterMistake(body.value) : undefined
      }
      consolePath={buildConsolePath(
        application.label,
        "Sign On",
        "OpenID Connect ID Token",
        "Edit",
      )}
      note="This is the Admin Console’s private API. Okta’s Terraform provider uses it too, but it isn’t documented. In the Admin Console, Okta’s guide adds one more step: Back to applications > More > Refresh Application Data. The demo org doesn’t need it."
      onDone={onDone}
      fields={(form) => (
        <>
          <p>
            The app’s groups claim for the org authorization server. Fat ID tokens include it if you
            request the <code>groups</code> scope. In newer Admin Consoles, choose “Show legacy
            configuration” to see this form.
          </p>
          <FilterOrExpressionField
            form={form}
            label="Group claim type"
            types={[
              { value: "GROUPS", label: "Filter" },
              { value: "EXPRESSION", label: "Expression" },
            ]}
            filterTypePath="groupFilterType"
            newFilterType="REGEX"
            previewUser={previewUser}
            expressionField={
              <ExpressionField
                label="Groups claim expression"
                {...form.text("value")}
                hint={
                  <>
                    <LanguageLink language="classic" />, up to 1,024 characters.
                  </>
                }
                patterns="classic"
                subject={{
                  clientId: application.credentials.oauthClient.client_id,
                  scopes: ["openid", "groups"],
                }}
                previewUser={previewUser}
              />
            }
          >
            <TextField
              label="Claim name"
              data-code
              hint="Usually groups. Leave it empty for no claim."
              {...form.text("name")}
            />
          </FilterOrExpressionField>
        </>
      )}
    />
  );
}

function toBody(recorded: GroupsClaim | undefined): Body {
  const { name, value, valueType, groupFilterType } = recorded ?? {};
  const shared = { name: name ?? "", value: value ?? "" };
  return valueType === "EXPRESSION"
    ? { ...shared, valueType }
    : { ...shared, valueType: "GROUPS", groupFilterType: groupFilterType ?? "REGEX" };
}

/** Builds the call that saves a claim. Without a name, all members are empty: only then does the API remove the claim. */
function buildCall(path: string, body: Body): ApiCall {
  const noClaim = { name: "", valueType: "", value: "" };
  return { method: "POST", path, body: hasName(body) ? body : noClaim };
}

function hasName({ name }: Body): boolean {
  return typeof name === "string" && name.trim() !== "";
}
