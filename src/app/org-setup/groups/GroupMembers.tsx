import { Panel } from "../../../ui/Panel.tsx";
import { showName } from "../../result/claims/VisibleText.tsx";
import { buildItemPath } from "../api/api-call.ts";
import type { Group, User } from "../api/okta-objects.ts";
import { buildMembersPath } from "../api/paths.ts";
import { AssignForm } from "../form/AssignForm.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { WordList } from "../list/WordList.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import type { GroupRule } from "./group-rules.tsx";
import { isOktaGroup } from "./groups.tsx";

type GroupMembersProps = {
  group: Group;
  members: readonly User[];
  /** Everyone in the org. */
  people: readonly User[];
  rules: readonly GroupRule[];
  onDone: () => void;
};

export function GroupMembers({ group, members, people, rules, onDone }: GroupMembersProps) {
  const { id, type, profile } = group;
  const consolePath = ["Directory", "Groups", profile.name, "People"];
  const isOwn = isOktaGroup(group);
  const buildMemberPath = (userId: string) => buildItemPath(buildMembersPath(id), userId);
  return (
    <Panel title="People">
      <ObjectTable
        caption="People"
        items={members}
        idOf={(person) => person.id}
        textOf={(person) => person.profile.login}
        empty="Only members have the group in their tokens."
        columns={[
          {
            header: "Username",
            render: ({ id: personId, profile: { login } }) => (
              <PlaceLink place={{ section: "people", id: personId }}>
                <bdi>{showName(login)}</bdi>
              </PlaceLink>
            ),
          },
          {
            header: "Membership",
            isActions: true,
            render: (person) =>
              isOwn ? (
                <ChangeButton
                  look="quiet"
                  label="Remove"
                  object={person.profile.login}
                  meaning="New tokens won’t list the group for them. Tokens already issued still do."
                  call={{ method: "DELETE", path: buildMemberPath(person.id) }}
                  consolePath={[...consolePath, person.profile.login, "Remove"]}
                  onDone={onDone}
                />
              ) : (
                `Managed by ${type === "APP_GROUP" ? "its source" : "Okta"}`
              ),
          },
        ]}
      />
      {isOwn && (
        <p>
          {rules.length > 0 ? (
            <>
              Rules that add people when they are active:{" "}
              <WordList words={rules.map(({ name }) => name)} />.{" "}
              <PlaceLink place={{ section: "group-rules" }}>All group rules</PlaceLink>
            </>
          ) : (
            <>
              No rule adds people to this group.{" "}
              <PlaceLink place={{ section: "group-rules" }}>Group rules</PlaceLink>
            </>
          )}
        </p>
      )}
      {isOwn && (
        <AssignForm
          title="Assign people"
          label="Person"
          choices={people
            .filter((person) => !members.some((it) => it.id === person.id))
            .map((person) => ({ id: person.id, name: person.profile.login }))}
          buildCall={(person) => ({ method: "PUT", path: buildMemberPath(person.id) })}
          consolePath={[...consolePath, "Assign people"]}
          onDone={onDone}
        />
      )}
    </Panel>
  );
}
