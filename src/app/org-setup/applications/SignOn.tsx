import { joinAnswers } from "../api/answer.ts";
import { type Application, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { peoplePath } from "../people/person-calls.ts";
import { FederatedClaims } from "./FederatedClaims.tsx";
import { GroupsClaimForm } from "./GroupsClaimForm.tsx";
import { buildGroupsClaimPath, groupsClaimSchema } from "./groups-claim-settings.ts";

type SignOnProps = { application: Application };

/** What the org authorization server puts into this app's ID tokens beside the standard claims. */
export function SignOn({ application }: SignOnProps) {
  const [claim, reload] = useAnswer(buildGroupsClaimPath(application.id), groupsClaimSchema);
  const [people] = useAnswer(peoplePath, usersSchema);
  // Together, so that the second does not go down when the first is there.
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
        </>
      )}
    </Loaded>
  );
}
