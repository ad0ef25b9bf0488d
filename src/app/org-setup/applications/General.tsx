import type { Application } from "../api/okta-objects.ts";
import { ClientSecrets } from "./ClientSecrets.tsx";
import { GeneralSettingsForm } from "./GeneralSettingsForm.tsx";
import { ProfileForm } from "./ProfileForm.tsx";

type GeneralProps = { application: Application; onChange: () => void };

/** The General tab. */
export function General({ application, onChange }: GeneralProps) {
  return (
    <>
      <ClientSecrets
        // Reloads when the client authentication changes: the app may have got a secret.
        key={application.credentials.oauthClient.token_endpoint_auth_method}
        application={application}
      />
      <GeneralSettingsForm application={application} onDone={onChange} />
      <ProfileForm application={application} onDone={onChange} />
    </>
  );
}
