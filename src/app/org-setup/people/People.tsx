import { Panel } from "../../../ui/Panel.tsx";
import { usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { NewPersonForm } from "./NewPersonForm.tsx";
import { peoplePath } from "./person-calls.ts";
import { describeStatus } from "./person-status.ts";

/** Directory > People: all of them, and a form for another. */
export function People() {
  const [people, reload] = useAnswer(peoplePath, usersSchema);
  return (
    <>
      <Panel title="People" headingLevel={2}>
        <Loaded answer={people}>
          {(list) => (
            <ObjectTable
              caption="People"
              items={list}
              idOf={({ id }) => id}
              textOf={({ profile }) =>
                `${profile.login} ${profile.firstName ?? ""} ${profile.lastName ?? ""}`
              }
              columns={[
                {
                  header: "Username",
                  render: ({ id, profile }) => (
                    <PlaceLink place={{ section: "people", id }}>
                      <bdi>{profile.login}</bdi>
                    </PlaceLink>
                  ),
                },
                {
                  header: "Name",
                  render: ({ profile }) => (
                    <bdi>
                      {profile.firstName} {profile.lastName}
                    </bdi>
                  ),
                },
                { header: "Status", render: ({ status }) => describeStatus(status) },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      <NewPersonForm onDone={reload} />
    </>
  );
}
