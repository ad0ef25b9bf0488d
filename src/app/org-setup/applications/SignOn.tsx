import { joinAnswers } from "../api/answer.ts";
import { type Application, usersSchema } from "../api/okta-objects.ts";
import { buildListPath, usersPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { AuthenticationPolicy } from "./AuthenticationPolicy.tsx";
import { FederatedClaims } from "./FederatedClaims.tsx";
import { GroupsClaimForm } from "./GroupsClaimForm.tsx";
import { buildGroupsClaimPath, groupsClaimSchema } from "./groups-claim-settings.ts";

type SignOnProps = { application: Application };

/** The Sign On tab: custom claims in this app's ID tokens from the org authorization server, and how users sign in. */
export function SignOn({ application }: SignOnProps) {
  const [claim, reload] = useAnswer(buildGroupsClaimPath(application.id), groupsClaimSchema);
  const [people] = useAnswer(buildListPath(usersPath), usersSchema);
  // Joined, so that the page doesn't shift while its parts load.
  return (
    <Loaded answer={joinAnswers(claim, people)}>
      {([recorded, list]) => (
        <>
          <GroupsClaimForm
            application={application}
            recorded={recorded}
            people={list}
            onDone={reload}
          />
          <FederatedClaims application={application} people={list} />
          <AuthenticationPolicy application={application} />
        </>
      )}
    </Loaded>
  );
}
