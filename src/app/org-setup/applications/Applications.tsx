import { Panel } from "../../../ui/Panel.tsx";
import { applicationsSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { describeStatus } from "../status/status.ts";
import { applicationsPath } from "./application-calls.ts";
import { NewApplicationForm } from "./NewApplicationForm.tsx";

/** Applications > Applications: all of them, and a form for another. */
export function Applications() {
  const [applications, reload] = useAnswer(applicationsPath, applicationsSchema);
  return (
    <>
      <Panel title="Applications" headingLevel={2}>
        <Loaded answer={applications}>
          {(list) => (
            <ObjectTable
              caption="Applications"
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
                { header: "Status", render: ({ status }) => describeStatus(status) },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      <NewApplicationForm onDone={reload} />
    </>
  );
}
