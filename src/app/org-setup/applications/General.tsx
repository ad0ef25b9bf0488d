import { use } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import type { Application } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { buildApplicationPath, deleteApplication } from "./application-calls.ts";
import { ClientCredentials } from "./ClientCredentials.tsx";
import { GeneralSettingsForm } from "./GeneralSettingsForm.tsx";
import { ProfileForm } from "./ProfileForm.tsx";

type GeneralProps = { application: Application; onChange: () => void };

/** What decides whether an app's requests are taken, and whether it is there at all. */
export function General({ application, onChange }: GeneralProps) {
  const navigate = use(Navigation);
  const { id, label, status } = application;
  const consolePath = ["Applications", "Applications", label, "Active"];
  const isActive = status === "ACTIVE";
  return (
    <>
      <ClientCredentials
        // Asked anew when the app begins to authenticate: that is when it gets a secret.
        key={application.credentials.oauthClient.token_endpoint_auth_method}
        application={application}
      />
      <GeneralSettingsForm application={application} onDone={onChange} />
      <ProfileForm application={application} onDone={onChange} />
      <Panel title={isActive ? "This app is active" : "This app is inactive"}>
        <StatusButton
          object={label}
          status={status}
          path={buildApplicationPath(id)}
          consolePath={consolePath}
          meanings={{
            ACTIVE: "Its requests are then refused, as if nobody knew it.",
            INACTIVE: "Its requests are then taken again.",
          }}
          onDone={onChange}
        />
        {!isActive && (
          <ChangeButton
            label="Delete"
            object={label}
            meaning="The app goes for good, with its assignments and its claim."
            call={deleteApplication(id)}
            consolePath={[...consolePath, "Delete"]}
            onDone={() => navigate({ section: "applications" })}
          />
        )}
      </Panel>
    </>
  );
}
