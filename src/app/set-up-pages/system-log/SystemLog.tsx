import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { describeTime } from "../../describe-time.ts";
import { useAnswer } from "../../org-api/use-answer.ts";
import { showText } from "../../result/claims/VisibleText.tsx";
import { useNow } from "../../use-now.ts";
import { getAt } from "../form/body.ts";
import { Loaded } from "../form/Loaded.tsx";
import { RealOrg } from "../form/RealOrg.tsx";
import { Card } from "../layout.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import styles from "./SystemLog.module.css";

/** The members that every event has. @see Okta: System Log API, the LogEvent object */
const logEventsSchema = v.array(
  v.looseObject({ uuid: v.string(), published: v.string(), eventType: v.string() }),
);

type LogEvent = v.InferOutput<typeof logEventsSchema>[number];

const textAt = (event: LogEvent, path: string) => String(getAt(event, path) ?? "");

/** Newest first, as in the console. */
const latestEventsPath = "/api/v1/logs?sortOrder=DESCENDING&limit=1000";

export function SystemLog() {
  const [events, reload] = useAnswer(latestEventsPath, logEventsSchema);
  const nowSeconds = useNow();
  return (
    <>
      <PageHeading title="System Log" actions={<Button onClick={reload}>Refresh</Button>}>
        <p>
          If a request failed, look here first: the log gives a more specific reason than the error
          the app gets.
        </p>
      </PageHeading>
      <Card>
        <Loaded answer={events}>
          {(list) => (
            <ObjectTable
              caption="Events"
              empty="Send a request or change a setting, then refresh."
              items={list}
              idOf={({ uuid }) => uuid}
              textOf={(event) => JSON.stringify(event)}
              columns={[
                {
                  header: "Event",
                  render: (event) => <LogEventDetails event={event} nowSeconds={nowSeconds} />,
                },
                {
                  header: "Outcome",
                  render: (event) => {
                    const result = textAt(event, "outcome.result");
                    const reason = textAt(event, "outcome.reason");
                    return (
                      result && (
                        <>
                          <StatusBadge isGood={isSuccess(result)}>{result}</StatusBadge>{" "}
                          {reason && <code>{reason}</code>}
                        </>
                      )
                    );
                  },
                },
                {
                  header: "Actor",
                  render: (event) => (
                    <bdi className={styles.actor}>
                      {showText(
                        textAt(event, "actor.alternateId") || textAt(event, "actor.displayName"),
                      )}
                    </bdi>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
        <RealOrg
          consolePath={["Reports", "System Log"]}
          call={{ method: "GET", path: latestEventsPath }}
        />
      </Card>
    </>
  );
}

/** @see Okta: System Log API, the outcome's result */
function isSuccess(result: string): boolean | undefined {
  if (result === "FAILURE" || result === "DENY") return false;
  return result === "SUCCESS" || result === "ALLOW" || undefined;
}

function LogEventDetails({ event, nowSeconds }: { event: LogEvent; nowSeconds: number }) {
  const message = textAt(event, "displayMessage");
  const seconds = Math.floor(Date.parse(event.published) / 1000);
  // nowSeconds can be a few seconds old; no event should seem to be in the future.
  const time = describeTime(seconds, Math.max(nowSeconds, seconds));
  return (
    <details className={styles.event}>
      <summary>
        <code>{event.eventType}</code>
        <small>
          {message && `${message} · `}
          {time && (
            <time dateTime={time.iso}>
              {time.relative} · {time.absolute}
            </time>
          )}
        </small>
      </summary>
      <pre>
        <code>{JSON.stringify(event, undefined, 2)}</code>
      </pre>
    </details>
  );
}
