import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { type User, userSchema, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { News } from "../form/News.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { NewPersonForm } from "./NewPersonForm.tsx";
import { PersonStatus } from "./PersonStatus.tsx";
import { peoplePath } from "./person-calls.ts";

/** Directory > People: all of them, and a form for another. */
export function People() {
  const [people, reload] = useAnswer(peoplePath, usersSchema);
  const { open, saved, add, close, finish } = useOpenForm<User>(reload);
  return (
    <>
      <PageHeading title="People" actions={<Button onClick={add}>Add person</Button>}>
        <p>
          Who can sign in, as far as an app is assigned to them. At first the password of everybody
          is <code>demo-password</code>.
        </p>
      </PageHeading>
      <News>{saved && <Added body={saved.body} />}</News>
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
              empty="Add a person, and assign an app to them."
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
      <bdi>{added.output.profile.login}</bdi> is added. Before they can sign in to an app, it has to
      be assigned to them: <PlaceLink place={{ section: "applications" }}>choose the app</PlaceLink>
    </>
  );
}
