import { joinAnswers } from "../../org-api/answer.ts";
import { type Group as OktaGroup, type User, userSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { useList } from "../../org-api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { MembersPanel } from "../form/MembersPanel.tsx";
import { useOrgLists } from "../form/org-lists.tsx";
import { WordList } from "../list/WordList.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { ObjectPage } from "../resource/ObjectPage.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import { type GroupRule, groupRuleSchema } from "./group-rules.tsx";
import { groupSources, groups, isOktaGroup } from "./groups.tsx";

/** One group: members and settings. Only groups created in Okta can be changed. */
export function GroupPage({ id }: { id: string }) {
  return (
    <ObjectPage
      resource={groups}
      id={id}
      idOf={() => ({ label: "Group ID", value: id })}
      status={({ type }) => <StatusBadge isGood={undefined}>{groupSources[type]}</StatusBadge>}
      tabs={(group, reload) => <Group group={group} onDone={reload} />}
    />
  );
}

function Group({ group, onDone }: { group: OktaGroup; onDone: () => void }) {
  const { id, type, profile } = group;
  const path = paths.members(id);
  const [members, reload] = useList(path, userSchema);
  const lists = useOrgLists();
  const [rules] = useList(paths.groupRules, groupRuleSchema);
  const isOwn = isOktaGroup(group);
  const consolePath = ["Directory", "Groups", profile.name, "People"];
  const source = type === "APP_GROUP" ? "its source" : "Okta";
  // Joined, so that the page doesn't shift while its parts load.
  return (
    <Loaded answer={joinAnswers(members, joinAnswers(lists, rules))}>
      {([memberList, [{ people }, ruleList]]) => (
        <>
          <MembersPanel
            title="People"
            empty="Only members have the group in their tokens."
            members={memberList.map(nameUser)}
            all={people.map(nameUser)}
            headers={["Username", "Membership"]}
            path={path}
            removal={{
              label: "Remove",
              meaning: "New tokens won’t list the group for them. Tokens already issued still do.",
            }}
            managedBy={isOwn ? undefined : `Managed by ${source}`}
            assignTitle="Assign people"
            consolePath={consolePath}
            assignPath={[...consolePath, "Assign people"]}
            onDone={reload}
          >
            {isOwn && <RulesOf groupId={id} rules={ruleList} />}
          </MembersPanel>
          {isOwn && (
            <ResourceForm resource={groups} before={group} onOutdated={onDone} onDone={onDone} />
          )}
        </>
      )}
    </Loaded>
  );
}

export function nameUser({ id, profile }: User) {
  return { id, name: profile.login };
}

function RulesOf({ groupId, rules }: { groupId: string; rules: readonly GroupRule[] }) {
  const names = rules
    .filter(({ actions }) => actions.assignUserToGroups.groupIds.includes(groupId))
    .map(({ name }) => name);
  const link = (text: string) => <PlaceLink place={{ section: "group-rules" }}>{text}</PlaceLink>;
  if (names.length === 0) return <p>No rule adds people to this group. {link("Group rules")}</p>;
  return (
    <p>
      Rules that add people when they are active: <WordList words={names} />.{" "}
      {link("All group rules")}
    </p>
  );
}
