import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { shorten } from "../../shorten.ts";
import { type Group, groupSchema, groupsSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { News } from "../form/News.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { GroupForm } from "./GroupForm.tsx";
import { addGroup, groupsPath } from "./group-calls.ts";
import { describeSource } from "./group-source.ts";

/** Directory > Groups: all of them, and a form for another. */
export function Groups() {
  const [groups, reload] = useAnswer(groupsPath, groupsSchema);
  const { open, saved, add, close, finish } = useOpenForm<Group>(reload);
  return (
    <>
      <PageHeading title="Groups" actions={<Button onClick={add}>Add group</Button>}>
        <p>
          The filter of a groups claim sees the groups made in Okta, and Everyone. For imported ones
          a claim needs an expression.
        </p>
      </PageHeading>
      <News>{saved && <Added body={saved.body} />}</News>
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
      <bdi>{profile.name}</bdi> is added, with nobody in it.{" "}
      <PlaceLink place={{ section: "groups", id }}>Assign people</PlaceLink>
    </>
  );
}

/** New ones come first: nobody has to search a long list for what they have just added. */
function compareAge(one: Group, other: Group): number {
  return Date.parse(other.created) - Date.parse(one.created);
}
