import { Panel } from "../../../ui/Panel.tsx";
import { type Group, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { AssignForm } from "../form/AssignForm.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { peoplePath } from "../people/person-calls.ts";
import { addMember, buildMembersPath, removeMember } from "./group-calls.ts";

type GroupMembersProps = { group: Group };

/** Who is in a group, and a form to put somebody else there. */
export function GroupMembers({ group }: GroupMembersProps) {
  const { id, type, profile } = group;
  const [members, reload] = useAnswer(buildMembersPath(id), usersSchema);
  const [people] = useAnswer(peoplePath, usersSchema);
  const consolePath = ["Directory", "Groups", profile.name, "People"];
  const isOwn = type === "OKTA_GROUP";
  return (
    <Panel title="People">
      <Loaded answer={members}>
        {(list) => (
          <ObjectTable
            caption="People"
            items={list}
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
                      consolePath={[...consolePath, "Remove"]}
                      onDone={reload}
                    />
                  ) : (
                    "Kept by its source"
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {isOwn && members.status === "loaded" && (
        <Loaded answer={people}>
          {(list) => (
            <AssignForm
              title="Assign people"
              label="Person"
              choices={list
                .filter((person) => !members.value.some((it) => it.id === person.id))
                .map((person) => ({ id: person.id, name: person.profile.login }))}
              buildCall={(person) => addMember(id, person.id)}
              consolePath={[...consolePath, "Assign people"]}
              onDone={reload}
            />
          )}
        </Loaded>
      )}
    </Panel>
  );
}
