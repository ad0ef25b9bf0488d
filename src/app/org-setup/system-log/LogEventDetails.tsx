import { Timestamp } from "../../../ui/Timestamp.tsx";
import styles from "./LogEventDetails.module.css";
import type { LogEvent } from "./log-events.ts";

type LogEventDetailsProps = {
  event: LogEvent;
  /** The present as NumericDate seconds. */
  nowSeconds: number;
};

/** One event in a line: what, and when. Opened, all of it. */
export function LogEventDetails({ event, nowSeconds }: LogEventDetailsProps) {
  return (
    <details className={styles.event}>
      <summary>
        <code>{event.eventType}</code>
        <small>
          {event.displayMessage && `${event.displayMessage} · `}
          <Timestamp seconds={Date.parse(event.published) / 1000} nowSeconds={nowSeconds} />
        </small>
      </summary>
      <pre>
        <code>{JSON.stringify(event, undefined, 2)}</code>
      </pre>
    </details>
  );
}
