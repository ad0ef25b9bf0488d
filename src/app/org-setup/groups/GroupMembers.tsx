import { Panel } from "../../../ui/Panel.tsx";
import { type Group, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { AssignForm } from "../form/AssignForm.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
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
    <>
      <Panel title={profile.name} headingLevel={2}>
        <Loaded answer={members}>
          {(list) => (
            <ObjectTable
              caption="People"
              items={list}
              idOf={(person) => person.id}
              textOf={(person) => person.profile.login}
              columns={[
                { header: "Username", render: (person) => <bdi>{person.profile.login}</bdi> },
                {
                  header: "Membership",
                  render: (person) =>
                    isOwn ? (
                      <ChangeButton
                        label="Remove"
                        object={person.profile.login}
                        meaning={`${person.profile.login} is no longer in ${profile.name} then. Tokens given out before keep the group.`}
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
      </Panel>
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
    </>
  );
}
