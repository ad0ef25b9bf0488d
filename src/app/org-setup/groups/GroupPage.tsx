import { use } from "react";
import { joinAnswers } from "../api/answer.ts";
import { groupSchema, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { LoadedPage } from "../form/LoadedPage.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { peoplePath } from "../people/person-calls.ts";
import { StatusBadge } from "../status/StatusBadge.tsx";
import { GroupMembers } from "./GroupMembers.tsx";
import { GroupSettings } from "./GroupSettings.tsx";
import { buildGroupPath, buildMembersPath, deleteGroup } from "./group-calls.ts";
import { describeSource } from "./group-source.ts";

type GroupPageProps = { id: string };

const back = { section: "groups", name: "All groups" } as const;

/** One group: members and settings. Only groups created in Okta can be changed. */
export function GroupPage({ id }: GroupPageProps) {
  const navigate = use(Navigation);
  const [group, reload] = useAnswer(buildGroupPath(id), groupSchema);
  const [members, reloadMembers] = useAnswer(buildMembersPath(id), usersSchema);
  const [people] = useAnswer(peoplePath, usersSchema);
  // Joined, so that the page doesn't shift while its parts load.
  const answer = joinAnswers(group, joinAnswers(members, people));
  return (
    <LoadedPage answer={answer} back={back} title="Group">
      {([it, [memberList, peopleList]]) => {
        const { name } = it.profile;
        const isOwn = it.type === "OKTA_GROUP";
        const consolePath = ["Directory", "Groups", name, "Actions"];
        return (
          <>
            <PageHeading
              title={name}
              back={back}
              id={{ label: "Group ID", value: id }}
              status={<StatusBadge isWell={undefined}>{describeSource(it.type)}</StatusBadge>}
              actions={
                isOwn && (
                  <ChangeButton
                    label="Delete"
                    object={name}
                    meaning="This permanently deletes the group, with its memberships and app assignments."
                    isFinal
                    call={deleteGroup(id)}
                    consolePath={[...consolePath, "Delete"]}
                    onDone={() => navigate({ section: "groups" })}
                  />
                )
              }
            />
            <GroupMembers
              group={it}
              members={memberList}
              people={peopleList}
              onDone={reloadMembers}
            />
            {isOwn && (
              <GroupSettings group={it} consolePath={[...consolePath, "Edit"]} onDone={reload} />
            )}
          </>
        );
      }}
    </LoadedPage>
  );
}
