import { useState } from "react";
import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { type Application, applicationSchema, applicationsSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { applicationsPath } from "./application-calls.ts";
import { MoreActions } from "./MoreActions.tsx";
import { NewApplicationForm } from "./NewApplicationForm.tsx";

/** Applications and Resources > Applications. */
export function Applications() {
  const [applications, reload] = useAnswer(applicationsPath, applicationsSchema);
  const [isRefreshed, setIsRefreshed] = useState(false);
  const { open, saved, add, close, finish } = useOpenForm<Application>(() => {
    setIsRefreshed(false);
    reload();
  });
  const refresh = () => {
    setIsRefreshed(true);
    reload();
  };
  return (
    <>
      <PageHeading
        title="Applications"
        actions={
          <>
            <Button onClick={add}>Create App Integration</Button>
            <MoreActions onRefresh={refresh} />
          </>
        }
      >
        <p>
          Each app has a client ID. To add a groups claim for the org authorization server, open the
          app’s Sign On tab.
        </p>
      </PageHeading>
      <StatusMessage>
        {isRefreshed
          ? "Refreshed the list. Okta doesn’t document what this step changes, and the demo org doesn’t need it: its settings apply at once."
          : saved && <Added body={saved.body} />}
      </StatusMessage>
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
              empty="Create one: every request needs an app’s client ID."
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
        Created <bdi>{label}</bdi>. It requests tokens for itself, so it needs no assignments.{" "}
        <PlaceLink place={{ section: "applications", id }}>See the client secret</PlaceLink>
      </>
    );
  return (
    <>
      Created <bdi>{label}</bdi>. Nobody is assigned yet.{" "}
      <PlaceLink place={{ section: "applications", id, tab: "assignments" }}>
        Assign people or groups
      </PlaceLink>
    </>
  );
}
