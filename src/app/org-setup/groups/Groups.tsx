import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { shorten } from "../../shorten.ts";
import { type Group, groupSchema, groupsSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { GroupForm } from "./GroupForm.tsx";
import { addGroup, groupsPath } from "./group-calls.ts";
import { describeSource } from "./group-source.ts";

/** Directory > Groups. */
export function Groups() {
  const [groups, reload] = useAnswer(groupsPath, groupsSchema);
  const { open, saved, add, close, finish } = useOpenForm<Group>(reload);
  return (
    <>
      <PageHeading title="Groups" actions={<Button onClick={add}>Add group</Button>}>
        <p>
          A groups claim filter only matches groups created in Okta, and Everyone. For imported
          groups, use an expression.
        </p>
      </PageHeading>
      <StatusMessage>{saved && <Added body={saved.body} />}</StatusMessage>
      {open && (
        <Summoned>
          <GroupForm
            title="Add group"
            submitLabel="Add group"
            buildCall={addGroup}
            consolePath={["Directory", "Groups", "Add group"]}
            onDone={finish}
            onCancel={close}
          />
        </Summoned>
      )}
      <Card>
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
                { header: "Source", render: ({ type }) => describeSource(type) },
                {
                  header: "Description",
                  render: ({ profile }) =>
                    profile.description && <bdi>{shorten(profile.description)}</bdi>,
                },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function Added({ body }: { body: unknown }) {
  const added = v.safeParse(groupSchema, body);
  if (!added.success) return "Saved.";
  const { id, profile } = added.output;
  return (
    <>
      Added <bdi>{profile.name}</bdi>. It has no members yet.{" "}
      <PlaceLink place={{ section: "groups", id }}>Assign people</PlaceLink>
    </>
  );
}

/** Newest first, so that a new group is visible in a long list. */
function compareAge(one: Group, other: Group): number {
  return Date.parse(other.created) - Date.parse(one.created);
}
