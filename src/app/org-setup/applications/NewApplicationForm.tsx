import { SelectField } from "../../../ui/SelectField.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import {
  type ApplicationKind,
  addApplication,
  applicationKinds,
  buildConsolePath,
} from "./application-calls.ts";
import { parseLines } from "./lines.ts";

type NewApplicationFormProps = { onDone: (body: unknown) => void; onCancel: () => void };

type Draft = { label: string; kind: ApplicationKind; redirectUris: string };

const empty: Draft = { label: "", kind: "browser", redirectUris: "" };

const kinds: readonly ApplicationKind[] = ["browser", "web", "native", "service"];

/** Creates an app with the console's defaults for its type. Other settings are on the app's page. */
export function NewApplicationForm({ onDone, onCancel }: NewApplicationFormProps) {
  const { draft, change } = useDraft(empty);
  return (
    <ChangeForm
      title="Create App Integration"
      call={addApplication({ ...draft, redirectUris: parseLines(draft.redirectUris) })}
      consolePath={buildConsolePath("Create App Integration", "OIDC - OpenID Connect")}
      submitLabel="Create"
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <>
          <TextField
            label="App integration name"
            value={draft.label}
            onChange={(label) => change({ label })}
            error={problems.of("label")}
          />
          <SelectField
            label="Application type"
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={kinds.map((value) => ({ value, label: applicationKinds[value].name }))}
          />
          {draft.kind !== "service" && (
            <TextArea
              label="Sign-in redirect URIs"
              hint="One per line. The request’s redirect_uri must match one exactly."
              value={draft.redirectUris}
              onChange={(redirectUris) => change({ redirectUris })}
              error={problems.of("settings.oauthClient.redirect_uris")}
            />
          )}
        </>
      )}
    </ChangeForm>
  );
}
