import styles from "./LogEventDetails.module.css";
import type { LogEvent } from "./log-events.ts";

type LogEventDetailsProps = { event: LogEvent };

/** One event in a line: what, and when. Opened, all of it. */
export function LogEventDetails({ event }: LogEventDetailsProps) {
  return (
    <details className={styles.event}>
      <summary>
        <code>{event.eventType}</code>
        <small>
          <time dateTime={event.published}>{new Date(event.published).toLocaleString()}</time>{" "}
          {event.displayMessage}
        </small>
      </summary>
      <pre>
        <code>{JSON.stringify(event, undefined, 2)}</code>
      </pre>
    </details>
  );
}
