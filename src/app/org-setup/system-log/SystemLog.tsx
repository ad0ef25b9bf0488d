import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { RealOrg } from "../form/RealOrg.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { LogEventDetails } from "./LogEventDetails.tsx";
import { latestEventsPath, logEventsSchema } from "./log-events.ts";

/** Reports > System Log: what the org has done, the latest first, and why it refused what it refused. */
export function SystemLog() {
  const [events, reload] = useAnswer(latestEventsPath, logEventsSchema);
  return (
    <Panel title="System Log" headingLevel={2} aside={<Button onClick={reload}>Look again</Button>}>
      <p>
        When a request was refused, look here first: the reason is more exact than what the app is
        told.
      </p>
      <Loaded answer={events}>
        {(list) => (
          <ObjectTable
            caption="Events"
            items={list}
            idOf={({ uuid }) => uuid}
            textOf={(event) => JSON.stringify(event)}
            columns={[
              { header: "Event", render: (event) => <LogEventDetails event={event} /> },
              {
                header: "Outcome",
                render: ({ outcome }) =>
                  outcome && (
                    <>
                      {outcome.result} {outcome.reason && <code>{outcome.reason}</code>}
                    </>
                  ),
              },
              {
                header: "Who",
                render: ({ actor }) => <bdi>{actor?.alternateId ?? actor?.displayName}</bdi>,
              },
            ]}
          />
        )}
      </Loaded>
      <RealOrg
        consolePath={["Reports", "System Log"]}
        call={{ method: "GET", path: latestEventsPath }}
      />
    </Panel>
  );
}
