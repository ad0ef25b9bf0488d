import { useState } from "react";
import { TextArea } from "../../../ui/TextArea.tsx";
import type { Application } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { replaceApplication } from "./application-calls.ts";
import { readProfile } from "./profile.ts";

type ProfileFormProps = { application: Application; onDone: () => void };

/** What expressions read as `app.profile`: a static allowlist, a label. */
export function ProfileForm({ application, onDone }: ProfileFormProps) {
  const [text, setText] = useState(() => JSON.stringify(application.profile ?? {}, undefined, 2));
  const profile = readProfile(text);
  const changed = profile.kind === "profile" ? profile.profile : application.profile;
  return (
    <ChangeForm
      title="Profile"
      call={replaceApplication(application, { ...application, profile: changed })}
      mistake={profile.kind === "mistake" ? profile.message : undefined}
      consolePath={undefined}
      submitLabel="Save profile"
      onDone={onDone}
    >
      {(problems) => (
        <TextArea
          label="Profile (JSON)"
          hint='Expressions read it as app.profile: {"groupallowlist": ["00g…"]} as app.profile.groupallowlist.'
          rows={6}
          value={text}
          onChange={setText}
          error={profile.kind === "mistake" ? profile.message : problems.of("profile")}
        />
      )}
    </ChangeForm>
  );
}
