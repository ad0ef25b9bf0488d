import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { type Application, applicationSchema, applicationsSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { News } from "../form/News.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { applicationsPath } from "./application-calls.ts";
import { NewApplicationForm } from "./NewApplicationForm.tsx";

/** Applications and Resources > Applications: all of them, and a form for another. */
export function Applications() {
  const [applications, reload] = useAnswer(applicationsPath, applicationsSchema);
  const { open, saved, add, close, finish } = useOpenForm<Application>(reload);
  return (
    <>
      <PageHeading
        title="Applications"
        actions={<Button onClick={add}>Create App Integration</Button>}
      >
        <p>
          What signs people in, each under a client ID. The groups claim of the org authorization
          server is set up in the app, on its Sign On tab.
        </p>
      </PageHeading>
      <News>{saved && <Added body={saved.body} />}</News>
      {open && (
        <Summoned>
          <NewApplicationForm onDone={finish} onCancel={close} />
        </Summoned>
      )}
      <Card>
        <Loaded answer={applications}>
          {(list) => (
            <ObjectTable
              caption="Applications"
              empty="Create one: every request names an app by its client ID."
              items={list}
              idOf={({ id }) => id}
              textOf={({ id, label }) => `${label} ${id}`}
              columns={[
                {
                  header: "Name",
                  render: ({ id, label }) => (
                    <PlaceLink place={{ section: "applications", id }}>
                      <bdi>{label}</bdi>
                    </PlaceLink>
                  ),
                },
                {
                  header: "Client ID",
                  render: ({ credentials }) => <code>{credentials.oauthClient.client_id}</code>,
                },
                { header: "Status", render: ({ status }) => <OnOrOff status={status} /> },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function Added({ body }: { body: unknown }) {
  const added = v.safeParse(applicationSchema, body);
  if (!added.success) return "Saved.";
  const { id, label, settings } = added.output;
  if (settings.oauthClient.application_type === "service")
    return (
      <>
        <bdi>{label}</bdi> is created, and asks in its own name: nobody needs to be assigned.{" "}
        <PlaceLink place={{ section: "applications", id }}>See its client secret</PlaceLink>
      </>
    );
  return (
    <>
      <bdi>{label}</bdi> is created, and assigned to nobody.{" "}
      <PlaceLink place={{ section: "applications", id, tab: "assignments" }}>Assign it</PlaceLink>
    </>
  );
}
