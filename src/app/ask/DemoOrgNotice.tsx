import { lazy, Suspense } from "react";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import styles from "./DemoOrgNotice.module.css";

const DemoOrgProblem = lazy(async () => ({
  default: (await import("./DemoOrgProblem.tsx")).DemoOrgProblem,
}));

type DemoOrgNoticeProps = { status: DemoOrgStatus; onRetry: () => void };

/** Why the demo org cannot be asked yet, or at all. */
export function DemoOrgNotice({ status, onRetry }: DemoOrgNoticeProps) {
  switch (status.status) {
    case "ready":
      return null;
    case "starting":
      return (
        <p role="status" className={styles.starting}>
          Starting the demo org in this browser…
        </p>
      );
    case "unavailable":
      return (
        <PartBoundary part="The demo org">
          <Suspense>
            <DemoOrgProblem reason={status.reason} onRetry={onRetry} />
          </Suspense>
        </PartBoundary>
      );
    default:
      return status satisfies never;
  }
}
