import { Timestamp } from "../../../ui/Timestamp.tsx";
import styles from "./LogEventDetails.module.css";
import type { LogEvent } from "./log-events.ts";

type LogEventDetailsProps = {
  event: LogEvent;
  /** The present as NumericDate seconds. */
  nowSeconds: number;
};

/** One event: type and time, with the full JSON folded. */
export function LogEventDetails({ event, nowSeconds }: LogEventDetailsProps) {
  const seconds = Math.floor(Date.parse(event.published) / 1000);
  return (
    <details className={styles.event}>
      <summary>
        <code>{event.eventType}</code>
        <small>
          {event.displayMessage && `${event.displayMessage} · `}
          {/* nowSeconds can be a few seconds old; no event should seem to be in the future. */}
          <Timestamp seconds={seconds} nowSeconds={Math.max(nowSeconds, seconds)} />
        </small>
      </summary>
      <pre>
        <code>{JSON.stringify(event, undefined, 2)}</code>
      </pre>
    </details>
  );
}
