import { lazy } from "react";
import { PartBoundary } from "../PartBoundary.tsx";
import styles from "./MetadataNotice.module.css";
import type { MetadataState } from "./use-metadata.ts";

const MetadataAnswerNotice = lazy(async () => ({
  default: (await import("./MetadataAnswerNotice.tsx")).MetadataAnswerNotice,
}));

/**
 * What the person's own org says of itself. There from the first frame, with a line to be filled: one that came later
 * would push what is below it from under the pointer.
 */
export function MetadataNotice({ metadata }: { metadata: MetadataState }) {
  if (metadata.status === "unasked") return null;
  const reading = (
    <p role="status" className={styles.reading}>
      Reading the server’s metadata…
    </p>
  );
  if (metadata.status === "reading") return reading;
  return (
    <PartBoundary part="The server’s metadata" fallback={reading}>
      <MetadataAnswerNotice answer={metadata.answer} />
    </PartBoundary>
  );
}
