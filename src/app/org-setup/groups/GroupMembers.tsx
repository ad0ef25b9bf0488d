import { useState } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { type Group, type User, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
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
      {isOwn && members.status === "loaded" && people.status === "loaded" && (
        <AssignPeople
          group={group}
          others={people.value.filter(({ id }) => !members.value.some((it) => it.id === id))}
          onDone={reload}
        />
      )}
    </>
  );
}

type AssignPeopleProps = { group: Group; others: readonly User[]; onDone: () => void };

function AssignPeople({ group, others, onDone }: AssignPeopleProps) {
  const [chosen, setChosen] = useState<string>();
  const person = others.find(({ id }) => id === chosen) ?? others[0];
  if (!person) return null;
  return (
    <ChangeForm
      title="Assign people"
      call={addMember(group.id, person.id)}
      consolePath={["Directory", "Groups", group.profile.name, "People", "Assign people"]}
      submitLabel="Assign"
      onDone={onDone}
    >
      {() => (
        <SelectField
          label="Person"
          value={person.id}
          onChange={setChosen}
          options={others.map(({ id, profile }) => ({ value: id, label: profile.login }))}
        />
      )}
    </ChangeForm>
  );
}
