import { useClaimOrigins } from "../claims/claim-origins.ts";
import { describeEvent, describePayload } from "./describe-event.ts";
import styles from "./SequenceDiagram.module.css";
import type { Sequence } from "./sequence.ts";

/** What the diagram shows, as a list: to be read aloud, or copied. */
export function SequenceText({ sequence: { events, participants } }: { sequence: Sequence }) {
  const origins = useClaimOrigins();
  return (
    <details className={styles.asText}>
      <summary>As text</summary>
      <ol aria-label="Sequence of messages">
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place
          <li key={index}>
            {describeEvent(event, participants)}
            {event.kind === "message" && event.payloads.length > 0 && (
              <ul>
                {event.payloads.map((payload, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a payload is its place
                  <li key={place}>{describePayload(payload, origins)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
