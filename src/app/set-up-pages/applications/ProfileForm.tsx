import { useState } from "react";
import { TextArea } from "../../../ui/TextArea.tsx";
import { type Application, applicationSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { isSame } from "../form/body.ts";
import type { FormFields } from "../form/form-fields.ts";
import { ObjectForm } from "../form/ObjectForm.tsx";
import { replaceApplication } from "./application-calls.ts";
import { parseProfile } from "./profile.ts";

type ProfileFormProps = { application: Application; onDone: () => void };

/** The app's profile, which expressions read as `app.profile`. The draft's `profile` is the typed text if it is not valid. */
export function ProfileForm({ application, onDone }: ProfileFormProps) {
  return (
    <ObjectForm
      title="Profile"
      path={paths.application(application.id)}
      schema={applicationSchema}
      object={application}
      buildCall={({ profile, ...body }) =>
        replaceApplication(application.id, {
          ...body,
          profile: typeof profile === "string" ? application.profile : profile,
        })
      }
      findMistake={({ profile }) => findMistake(profile)}
      fields={(form) => <ProfileField form={form} />}
      consolePath={undefined}
      submitLabel="Save profile"
      onDone={onDone}
    />
  );
}

function ProfileField({ form: { body, set, problems } }: { form: FormFields }) {
  const { profile } = body;
  const [typed, setTyped] = useState({ text: "", profile: undefined as unknown });

  function change(text: string) {
    const parsed = parseProfile(text);
    const value = parsed.kind === "profile" ? parsed.profile : text;
    setTyped({ text, profile: value });
    set("profile", value);
  }

  return (
    <>
      <p>
        Custom data for expressions, such as a label or an allowlist of group IDs. A group’s ID is
        on its page.
      </p>
      <TextArea
        label="Profile (JSON)"
        hint='Example: {"groupallowlist": ["00g…"]}. Expressions read it as app.profile.groupallowlist.'
        rows={6}
        value={
          isSame(typed.profile, profile) ? typed.text : JSON.stringify(profile ?? {}, undefined, 2)
        }
        onChange={change}
        error={findMistake(profile) ?? problems.of("profile")}
      />
    </>
  );
}

function findMistake(profile: unknown): string | undefined {
  const parsed = typeof profile === "string" ? parseProfile(profile) : undefined;
  return parsed?.kind === "mistake" ? parsed.message : undefined;
}
