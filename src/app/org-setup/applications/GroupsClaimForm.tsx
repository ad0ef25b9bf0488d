import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { Application, User } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { findFilterMistake, GroupFilterField } from "../groups-claim/GroupFilterField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { usePreviewUser } from "../groups-claim/PreviewedField.tsx";
import { bindFields } from "../resource/form-fields.ts";
import { buildConsolePath } from "./application-calls.ts";
import {
  buildGroupsClaimPath,
  groupsClaimSchema,
  type RecordedGroupsClaim,
  replaceGroupsClaim,
  toGroupsClaimSettings,
} from "./groups-claim-settings.ts";

type GroupsClaimFormProps = {
  application: Application;
  recorded: RecordedGroupsClaim;
  people: readonly User[];
  onDone: () => void;
};

const claimTypes = [
  { value: "filter", label: "Filter" },
  { value: "expression", label: "Expression" },
] as const;

export function GroupsClaimForm({ application, recorded, people, onDone }: GroupsClaimFormProps) {
  const { draft, change } = useDraft(toGroupsClaimSettings(recorded));
  const previewUser = usePreviewUser(people);
  const hasFilter = draft.kind === "filter" && draft.name.trim() !== "";
  const checkOutdated = useOutdatedCheck({
    path: buildGroupsClaimPath(application.id),
    schema: groupsClaimSchema,
    object: recorded,
    sendBack: (it) => replaceGroupsClaim(application.id, toGroupsClaimSettings(it)),
    onOutdated: onDone,
  });
  return (
    <ChangeForm
      title="OpenID Connect ID Token"
      call={replaceGroupsClaim(application.id, draft)}
      consolePath={buildConsolePath(
        application.label,
        "Sign On",
        "OpenID Connect ID Token",
        "Edit",
      )}
      note="This is the Admin Console’s private API. Okta’s Terraform provider uses it too, but it isn’t documented. In the Admin Console, Okta’s guide adds one more step: Back to applications > More > Refresh Application Data. The demo org doesn’t need it."
      submitLabel="Save"
      mistake={hasFilter ? findFilterMistake(draft.filter) : undefined}
      checkOutdated={checkOutdated}
      onDone={onDone}
    >
      {(problems) => {
        const form = bindFields(draft, change, problems);
        return (
          <>
            <p>
              The app’s groups claim for the org authorization server. Fat ID tokens include it if
              you request the <code>groups</code> scope. In newer Admin Consoles, choose “Show
              legacy configuration” to see this form.
            </p>
            <SelectField label="Group claim type" options={claimTypes} {...form.value("kind")} />
            <TextField
              label="Claim name"
              data-code
              hint="Usually groups. Leave it empty for no claim."
              {...form.value("name")}
            />
            {draft.kind === "filter" ? (
              <GroupFilterField
                filterType={draft.filterType}
                value={draft.filter}
                onChange={(filterType, filter) => change({ filterType, filter })}
                error={problems.mistake ?? problems.of("value")}
                previewUser={previewUser}
              />
            ) : (
              <ExpressionField
                label="Groups claim expression"
                {...form.value("expression", "value")}
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
            )}
          </>
        );
      }}
    </ChangeForm>
  );
}
