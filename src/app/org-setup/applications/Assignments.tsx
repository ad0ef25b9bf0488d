import * as v from "valibot";
import { Panel } from "../../../ui/Panel.tsx";
import { showName } from "../../result/claims/VisibleText.tsx";
import { joinAnswers } from "../api/answer.ts";
import { type ApiCall, buildItemPath, buildSaveCall } from "../api/api-call.ts";
import type { Application, Group } from "../api/okta-objects.ts";
import { buildAssignedGroupsPath, buildAssignedUsersPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useGroups, usePeople } from "../api/use-lists.ts";
import { type Assignable, AssignForm } from "../form/AssignForm.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
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

type AssignmentsProps = { application: Application };

export function Assignments({ application }: AssignmentsProps) {
  const { id, label, settings } = application;
  const assignedUsersPath = buildAssignedUsersPath(id);
  const assignedGroupsPath = buildAssignedGroupsPath(id);
  const [users, reloadUsers] = useAnswer(assignedUsersPath, assignedUsersSchema);
  const [groups, reloadGroups] = useAnswer(assignedGroupsPath, assignedGroupsSchema);
  const allUsers = usePeople();
  const allGroups = useGroups();
  const consolePath = buildConsolePath(label, "Assignments");

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
      <Loaded answer={joinAnswers(users, allUsers)}>
        {([assigned, all]) => (
          <AssignmentPanel
            title="People"
            empty="Assign people one by one here, or assign a group below."
            assigned={assigned
              .filter(({ scope }) => scope === "USER")
              .map((user) => ({ id: user.id, name: user.credentials.userName }))}
            all={all.map((user) => ({ id: user.id, name: user.profile.login }))}
            buildAssign={(person) => assignUser(id, person.id, person.name)}
            buildUnassign={(person) => ({
              method: "DELETE",
              path: buildItemPath(assignedUsersPath, person.id),
            })}
            consolePath={consolePath}
            onDone={reloadUsers}
          />
        )}
      </Loaded>
      <Loaded answer={joinAnswers(groups, allGroups)}>
        {([assigned, all]) => (
          <AssignmentPanel
            title="Groups"
            empty="Assign a group to let all its members use the app."
            assigned={all
              .filter((group) => assigned.some((it) => it.id === group.id))
              .map(nameGroup)}
            all={all.map(nameGroup)}
            buildAssign={(group) => buildSaveCall(assignedGroupsPath, {}, group.id)}
            buildUnassign={(group) => ({
              method: "DELETE",
              path: buildItemPath(assignedGroupsPath, group.id),
            })}
            consolePath={consolePath}
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

type AssignmentPanelProps = {
  title: "People" | "Groups";
  empty: string;
  assigned: readonly Assignable[];
  all: readonly Assignable[];
  buildAssign: (one: Assignable) => ApiCall;
  buildUnassign: (one: Assignable) => ApiCall;
  consolePath: readonly string[];
  onDone: () => void;
};

function AssignmentPanel(props: AssignmentPanelProps) {
  const { title, empty, assigned, all, buildAssign, buildUnassign, consolePath, onDone } = props;
  return (
    <Panel title={title}>
      <ObjectTable
        caption={title}
        items={assigned}
        idOf={({ id }) => id}
        textOf={({ name }) => name}
        empty={empty}
        columns={[
          { header: "Name", render: ({ name }) => <bdi>{showName(name)}</bdi> },
          {
            header: "Assignment",
            isActions: true,
            render: (one) => (
              <ChangeButton
                look="quiet"
                label="Unassign"
                object={one.name}
                meaning="Anyone without another assignment to the app will get access_denied."
                call={buildUnassign(one)}
                consolePath={[...consolePath, title, one.name, "Remove"]}
                onDone={onDone}
              />
            ),
          },
        ]}
      />
      <AssignForm
        title={`Assign to ${title}`}
        label={title === "People" ? "Person" : "Group"}
        choices={all.filter(({ id }) => !assigned.some((it) => it.id === id))}
        buildCall={buildAssign}
        consolePath={[...consolePath, "Assign", `Assign to ${title}`]}
        onDone={onDone}
      />
    </Panel>
  );
}
