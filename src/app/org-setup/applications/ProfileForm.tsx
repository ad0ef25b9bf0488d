import { TextArea } from "../../../ui/TextArea.tsx";
import type { Application } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { replaceApplication } from "./application-calls.ts";
import { parseProfile } from "./profile.ts";
import { useOutdatedApplication } from "./use-outdated-application.ts";

type ProfileFormProps = { application: Application; onDone: () => void };

/** The app's profile, which expressions read as `app.profile`. */
export function ProfileForm({ application, onDone }: ProfileFormProps) {
  const { draft, change } = useDraft({
    text: JSON.stringify(application.profile ?? {}, undefined, 2),
  });
  const { text } = draft;
  const profile = parseProfile(text);
  const buildCall = (it: Application) =>
    replaceApplication(it, profile.kind === "profile" ? { ...it, profile: profile.profile } : it);
  const checkOutdated = useOutdatedApplication(application, buildCall, onDone);
  return (
    <ChangeForm
      title="Profile"
      call={buildCall(application)}
      mistake={profile.kind === "mistake" ? profile.message : undefined}
      consolePath={undefined}
      submitLabel="Save profile"
      checkOutdated={checkOutdated}
      onDone={onDone}
    >
      {(problems) => (
        <>
          <p>
            Custom data for expressions, such as a label or an allowlist of group IDs. A group’s ID
            is on its page.
          </p>
          <TextArea
            label="Profile (JSON)"
            hint='Example: {"groupallowlist": ["00g…"]}. Expressions read it as app.profile.groupallowlist.'
            rows={6}
            value={text}
            onChange={(typed) => change({ text: typed })}
            error={profile.kind === "mistake" ? profile.message : problems.of("profile")}
          />
        </>
      )}
    </ChangeForm>
  );
}
