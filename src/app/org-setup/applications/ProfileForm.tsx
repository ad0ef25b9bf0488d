import { TextArea } from "../../../ui/TextArea.tsx";
import type { Application } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { replaceApplication } from "./application-calls.ts";
import { readProfile } from "./profile.ts";
import { useOutdatedApplication } from "./use-outdated-application.ts";

type ProfileFormProps = { application: Application; onDone: () => void };

/** What expressions read as `app.profile`: a static allowlist, a label. */
export function ProfileForm({ application, onDone }: ProfileFormProps) {
  const { draft, change } = useDraft({
    text: JSON.stringify(application.profile ?? {}, undefined, 2),
  });
  const { text } = draft;
  const profile = readProfile(text);
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
            What else expressions may know of the app: an allowlist of groups, by the IDs that stand
            on their pages, or a label. At Okta the API alone changes it.
          </p>
          <TextArea
            label="Profile (JSON)"
            hint='Expressions read it as app.profile: {"groupallowlist": ["00g…"]} as app.profile.groupallowlist.'
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
