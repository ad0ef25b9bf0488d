import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { type User, userSchema, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { NewPersonForm } from "./NewPersonForm.tsx";
import { PersonStatus } from "./PersonStatus.tsx";
import { peoplePath } from "./person-calls.ts";

/** Directory > People. */
export function People() {
  const [people, reload] = useAnswer(peoplePath, usersSchema);
  const { open, saved, add, close, finish } = useOpenForm<User>(reload);
  return (
    <>
      <PageHeading title="People" actions={<Button onClick={add}>Add person</Button>}>
        <p>
          People who can sign in to the apps assigned to them. The initial password is{" "}
          <code>demo-password</code>.
        </p>
      </PageHeading>
      <StatusMessage>{saved && <Added body={saved.body} />}</StatusMessage>
      {open && (
        <Summoned>
          <NewPersonForm onDone={finish} onCancel={close} />
        </Summoned>
      )}
      <Card>
        <Loaded answer={people}>
          {(list) => (
            <ObjectTable
              caption="People"
              empty="Add a person, then assign an app to them."
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
                { header: "Status", render: ({ status }) => <PersonStatus status={status} /> },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function Added({ body }: { body: unknown }) {
  const added = v.safeParse(userSchema, body);
  if (!added.success) return "Saved.";
  return (
    <>
      Added <bdi>{added.output.profile.login}</bdi>. Next, assign an app to them:{" "}
      <PlaceLink place={{ section: "applications" }}>choose an app</PlaceLink>
    </>
  );
}
