import * as v from "valibot";
import { joinAnswers } from "../../org-api/answer.ts";
import { buildSaveCall } from "../../org-api/api-call.ts";
import type { Application, Group } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { useAnswer } from "../../org-api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { MembersPanel } from "../form/MembersPanel.tsx";
import { useOrgLists } from "../form/org-lists.tsx";
import { nameUser } from "../groups/GroupPage.tsx";
import { assignUser, buildConsolePath } from "./application-calls.ts";

/** @see Okta: Applications API, the AppUser object */
const assignedUsersSchema = v.array(
  v.looseObject({
    id: v.string(),
    scope: v.optional(v.string(), "USER"),
    credentials: v.looseObject({ userName: v.string() }),
  }),
);

/** @see Okta: Applications API, the ApplicationGroupAssignment object */
const assignedGroupsSchema = v.array(v.looseObject({ id: v.string() }));

export function Assignments({ application }: { application: Application }) {
  const { id, label, settings } = application;
  const assignedUsersPath = paths.assignedUsers(id);
  const assignedGroupsPath = paths.assignedGroups(id);
  const [users, reloadUsers] = useAnswer(assignedUsersPath, assignedUsersSchema);
  const [groups, reloadGroups] = useAnswer(assignedGroupsPath, assignedGroupsSchema);
  const lists = useOrgLists();
  const consolePath = buildConsolePath(label, "Assignments");
  const shared = {
    headers: ["Name", "Assignment"],
  } as const;
  const buildRemoval = (whose: string) => ({
    label: "Unassign",
    meaning: `Without another assignment, ${whose} will get access_denied.`,
  });

  return (
    <>
      {settings.implicitAssignment ? (
        <p>Federation Broker Mode is on: everyone can use the app, assigned or not.</p>
      ) : (
        <p>
          Assigned people and members of assigned groups can use the app. Everyone else gets{" "}
          <code>access_denied</code>.
        </p>
      )}
      <Loaded answer={joinAnswers(users, lists)}>
        {([assigned, { people }]) => (
          <MembersPanel
            {...shared}
            title="People"
            removal={buildRemoval("they")}
            empty="Assign people one by one here, or assign a group below."
            members={assigned
              .filter(({ scope }) => scope === "USER")
              .map((user) => ({ id: user.id, name: user.credentials.userName }))}
            all={people.map(nameUser)}
            path={assignedUsersPath}
            buildAssign={(person) => assignUser(id, person.id, person.name)}
            consolePath={[...consolePath, "People"]}
            assignTitle="Assign to People"
            assignPath={[...consolePath, "Assign", "Assign to People"]}
            onDone={reloadUsers}
          />
        )}
      </Loaded>
      <Loaded answer={joinAnswers(groups, lists)}>
        {([assigned, { groups: all }]) => (
          <MembersPanel
            {...shared}
            title="Groups"
            removal={buildRemoval("its members")}
            empty="Assign a group to let all its members use the app."
            members={all
              .filter((group) => assigned.some((it) => it.id === group.id))
              .map(nameGroup)}
            all={all.map(nameGroup)}
            path={assignedGroupsPath}
            buildAssign={(group) => buildSaveCall(assignedGroupsPath, {}, group.id)}
            consolePath={[...consolePath, "Groups"]}
            assignTitle="Assign to Groups"
            assignPath={[...consolePath, "Assign", "Assign to Groups"]}
            onDone={reloadGroups}
          />
        )}
      </Loaded>
    </>
  );
}

function nameGroup({ id, profile }: Group) {
  return { id, name: profile.name };
}
