import * as v from "valibot";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { joinAnswers } from "../../org-api/answer.ts";
import { type Application, groupsClaimSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { useAnswer } from "../../org-api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { useOrgLists } from "../form/org-lists.tsx";
import { ObjectPage, type ObjectTabs } from "../resource/ObjectPage.tsx";
import { ResourcePanel } from "../resource/ResourcePage.tsx";
import { ActiveBadge } from "../StatusBadge.tsx";
import { Assignments } from "./Assignments.tsx";
import { AuthenticationPolicy } from "./AuthenticationPolicy.tsx";
import { applications } from "./applications.tsx";
import { buildFederatedClaims } from "./federated-claims.tsx";
import { GeneralSettingsForm } from "./GeneralSettingsForm.tsx";
import { GroupsClaimForm } from "./GroupsClaimForm.tsx";
import { ProfileForm } from "./ProfileForm.tsx";

const tabs: ObjectTabs<Application> = {
  general: {
    name: "General",
    show: (application, reload) => (
      <>
        <ClientSecrets
          // Reload when the client authentication changes, because the app may have a secret then.
          key={application.credentials.oauthClient.token_endpoint_auth_method}
          application={application}
        />
        <GeneralSettingsForm application={application} onDone={reload} />
        <ProfileForm application={application} onDone={reload} />
      </>
    ),
  },
  "sign-on": { name: "Sign On", show: (application) => <SignOn application={application} /> },
  assignments: {
    name: "Assignments",
    show: (application) => <Assignments application={application} />,
  },
};

export function ApplicationPage({ id, tab }: { id: string; tab: string | undefined }) {
  return (
    <ObjectPage
      resource={applications}
      id={id}
      idOf={(it) => ({ label: "Client ID", value: it.credentials.oauthClient.client_id })}
      status={(it) => <ActiveBadge status={it.status} />}
      tabs={tabs}
      tab={tab}
    />
  );
}

function SignOn({ application }: { application: Application }) {
  const [claim, reload] = useAnswer(paths.groupsClaim(application.id), groupsClaimSchema);
  const lists = useOrgLists();
  // Joined, so that the page doesn't shift while its parts load.
  return (
    <Loaded answer={joinAnswers(claim, lists)}>
      {([recorded, { people }]) => (
        <>
          <GroupsClaimForm {...{ application, recorded, people }} onDone={reload} />
          <ResourcePanel resource={buildFederatedClaims(application, people)} />
          <AuthenticationPolicy application={application} />
        </>
      )}
    </Loaded>
  );
}

/** @see Okta: Applications API, List all OAuth 2.0 client secrets */
const secretsSchema = v.array(v.looseObject({ id: v.string(), client_secret: v.string() }));

function ClientSecrets({ application }: { application: Application }) {
  const [secrets] = useAnswer(
    `${paths.application(application.id)}/credentials/secrets`,
    secretsSchema,
  );
  const { token_endpoint_auth_method: method } = application.credentials.oauthClient;
  // For a public client, show nothing while loading, so that the page doesn't shift.
  if (secrets.status === "loaded" ? secrets.value.length === 0 : method === "none") return null;
  return (
    <Panel title="Client Credentials">
      <Loaded answer={secrets}>
        {(list) =>
          list.map(({ id, client_secret: secret }) => (
            <p key={id}>
              Client secret: <code>{secret}</code>{" "}
              <CopyButton label="Copy client secret" getText={() => secret} />
            </p>
          ))
        }
      </Loaded>
    </Panel>
  );
}
