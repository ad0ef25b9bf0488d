import { useState } from "react";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { type ApplicationKind, addApplication, applicationKinds } from "./application-calls.ts";
import { readLines } from "./lines.ts";

type NewApplicationFormProps = { onDone: () => void };

const kinds: readonly ApplicationKind[] = ["browser", "web", "native", "service"];

/** A new app with what the console ticks for its kind; everything else is on its own page. */
export function NewApplicationForm({ onDone }: NewApplicationFormProps) {
  const [label, setLabel] = useState("");
  const [kind, setKind] = useState<ApplicationKind>("browser");
  const [redirectUris, setRedirectUris] = useState("");

  function finish() {
    setLabel("");
    setRedirectUris("");
    onDone();
  }

  return (
    <ChangeForm
      title="Create App Integration"
      call={addApplication({ label, kind, redirectUris: readLines(redirectUris) })}
      consolePath={[
        "Applications",
        "Applications",
        "Create App Integration",
        "OIDC - OpenID Connect",
      ]}
      submitLabel="Create"
      onDone={finish}
    >
      {(problems) => (
        <>
          <TextField
            label="App integration name"
            value={label}
            onChange={setLabel}
            error={problems.of("label")}
          />
          <SelectField
            label="Application type"
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: applicationKinds[value].name }))}
          />
          {kind !== "service" && (
            <TextArea
              label="Sign-in redirect URIs"
              hint="One a line. They are matched to the letter."
              value={redirectUris}
              onChange={setRedirectUris}
              error={problems.of("settings.oauthClient.redirect_uris")}
            />
          )}
        </>
      )}
    </ChangeForm>
  );
}
