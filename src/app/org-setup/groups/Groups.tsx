import { Panel } from "../../../ui/Panel.tsx";
import { type Group, groupsSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { GroupForm } from "./GroupForm.tsx";
import { addGroup, groupsPath } from "./group-calls.ts";

const sources = {
  OKTA_GROUP: "Okta",
  BUILT_IN: "Built in",
  APP_GROUP: "Imported",
} as const;

/** Directory > Groups: all of them, and a form for another. */
export function Groups() {
  const [groups, reload] = useAnswer(groupsPath, groupsSchema);
  return (
    <>
      <Panel title="Groups" headingLevel={2}>
        <p>
          The filter of a groups claim sees the groups made in Okta, and Everyone. For imported ones
          a claim needs an expression.
        </p>
        <Loaded answer={groups}>
          {(list) => (
            <ObjectTable
              caption="Groups"
              items={list.toSorted(compareAge)}
              idOf={({ id }) => id}
              textOf={({ profile }) => profile.name}
              columns={[
                {
                  header: "Name",
                  render: ({ id, profile }) => (
                    <PlaceLink place={{ section: "groups", id }}>
                      <bdi>{profile.name}</bdi>
                    </PlaceLink>
                  ),
                },
                { header: "Source", render: ({ type }) => sources[type] },
                {
                  header: "Description",
                  render: ({ profile }) => <bdi>{profile.description}</bdi>,
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      <GroupForm
        title="Add group"
        submitLabel="Add group"
        buildCall={addGroup}
        consolePath={["Directory", "Groups", "Add group"]}
        onDone={reload}
      />
    </>
  );
}

/** New ones come first: nobody has to search a long list for what they have just added. */
function compareAge(one: Group, other: Group): number {
  return Date.parse(other.created) - Date.parse(one.created);
}
