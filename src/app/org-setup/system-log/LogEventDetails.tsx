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
  const seconds = Math.floor(Date.parse(event.published) / 1000);
  return (
    <details className={styles.event}>
      <summary>
        <code>{event.eventType}</code>
        <small>
          {event.displayMessage && `${event.displayMessage} · `}
          {/* What the page has for the present is some seconds old, and no event is of the future. */}
          <Timestamp seconds={seconds} nowSeconds={Math.max(nowSeconds, seconds)} />
        </small>
      </summary>
      <pre>
        <code>{JSON.stringify(event, undefined, 2)}</code>
      </pre>
    </details>
  );
}
