import { joinAnswers } from "../api/answer.ts";
import { groupSchema, usersSchema } from "../api/okta-objects.ts";
import { buildGroupPath, buildListPath, buildMembersPath, groupRulesPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { usePeople } from "../api/use-lists.ts";
import { LoadedPage } from "../form/Loaded.tsx";
import { ObjectHeading } from "../resource/ObjectHeading.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import { GroupMembers } from "./GroupMembers.tsx";
import { groupRulesSchema } from "./group-rules.tsx";
import { groupSources, groups, isOktaGroup } from "./groups.tsx";

type GroupPageProps = { id: string };

const back = { section: "groups", name: "All groups" } as const;

/** One group: members and settings. Only groups created in Okta can be changed. */
export function GroupPage({ id }: GroupPageProps) {
  const [group, reload] = useAnswer(buildGroupPath(id), groupSchema);
  const [members, reloadMembers] = useAnswer(buildListPath(buildMembersPath(id)), usersSchema);
  const people = usePeople();
  const [rules] = useAnswer(buildListPath(groupRulesPath), groupRulesSchema);
  // Joined, so that the page doesn't shift while its parts load.
  const answer = joinAnswers(joinAnswers(group, rules), joinAnswers(members, people));
  return (
    <LoadedPage answer={answer} back={back} title="Group">
      {([[it, ruleList], [memberList, peopleList]]) => (
        <>
          <ObjectHeading
            resource={groups}
            item={it}
            back={back}
            id={{ label: "Group ID", value: id }}
            status={<StatusBadge isGood={undefined}>{groupSources[it.type]}</StatusBadge>}
            onChange={reload}
          />
          <GroupMembers
            group={it}
            members={memberList}
            people={peopleList}
            rules={ruleList.filter(({ actions }) =>
              actions.assignUserToGroups.groupIds.includes(id),
            )}
            onDone={reloadMembers}
          />
          {isOktaGroup(it) && (
            <ResourceForm resource={groups} before={it} onOutdated={reload} onDone={reload} />
          )}
        </>
      )}
    </LoadedPage>
  );
}
