import { Panel } from "../../../ui/Panel.tsx";
import type { Group, User } from "../api/okta-objects.ts";
import { AssignForm } from "../form/AssignForm.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { addMember, removeMember } from "./group-calls.ts";

type GroupMembersProps = {
  group: Group;
  members: readonly User[];
  /** Everybody, members or not. */
  people: readonly User[];
  onDone: () => void;
};

/** Who is in a group, and a form to put somebody else there. */
export function GroupMembers({ group, members, people, onDone }: GroupMembersProps) {
  const { id, type, profile } = group;
  const consolePath = ["Directory", "Groups", profile.name, "People"];
  const isOwn = type === "OKTA_GROUP";
  return (
    <Panel title="People">
      <ObjectTable
        caption="People"
        items={members}
        idOf={(person) => person.id}
        textOf={(person) => person.profile.login}
        empty="A group with nobody in it is in nobody’s token."
        columns={[
          {
            header: "Username",
            render: ({ id: personId, profile: { login } }) => (
              <PlaceLink place={{ section: "people", id: personId }}>
                <bdi>{login}</bdi>
              </PlaceLink>
            ),
          },
          {
            header: "Membership",
            holdsActions: true,
            render: (person) =>
              isOwn ? (
                <ChangeButton
                  look="quiet"
                  label="Remove"
                  object={person.profile.login}
                  meaning="This person is no longer in the group then. Tokens given out before keep it."
                  call={removeMember(id, person.id)}
                  consolePath={[...consolePath, person.profile.login, "Remove"]}
                  onDone={onDone}
                />
              ) : (
                "Kept by its source"
              ),
          },
        ]}
      />
      {isOwn && (
        <AssignForm
          title="Assign people"
          label="Person"
          choices={people
            .filter((person) => !members.some((it) => it.id === person.id))
            .map((person) => ({ id: person.id, name: person.profile.login }))}
          buildCall={(person) => addMember(id, person.id)}
          consolePath={[...consolePath, "Assign people"]}
          onDone={onDone}
        />
      )}
    </Panel>
  );
}
