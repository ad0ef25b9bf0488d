import type { Application } from "../api/okta-objects.ts";
import { ClientSecrets } from "./ClientSecrets.tsx";
import { GeneralSettingsForm } from "./GeneralSettingsForm.tsx";
import { ProfileForm } from "./ProfileForm.tsx";

type GeneralProps = { application: Application; onChange: () => void };

/** What decides whether an app's requests are taken. */
export function General({ application, onChange }: GeneralProps) {
  return (
    <>
      <ClientSecrets
        // Asked anew when the app begins to authenticate: that is when it gets a secret.
        key={application.credentials.oauthClient.token_endpoint_auth_method}
        application={application}
      />
      <GeneralSettingsForm application={application} onDone={onChange} />
      <ProfileForm application={application} onDone={onChange} />
    </>
  );
}
