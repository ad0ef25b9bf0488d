import { lazy } from "react";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import styles from "./DemoOrgNotice.module.css";

const DemoOrgProblem = lazy(async () => ({
  default: (await import("../DemoOrgProblem.tsx")).DemoOrgProblem,
}));

type DemoOrgNoticeProps = { status: DemoOrgStatus; onRetry: () => void };

/** Whether the demo org can be asked. It keeps its line once it can, so that nothing moves under a finger. */
export function DemoOrgNotice({ status, onRetry }: DemoOrgNoticeProps) {
  switch (status.status) {
    case "ready":
    case "starting":
      return (
        <div className={styles.notice}>
          <p role="status">
            {status.status === "ready"
              ? "The demo org is ready in this browser."
              : "Starting the demo org in this browser…"}
          </p>
          {/* Written by hand: what writes such links elsewhere is no part of what a first view loads. */}
          <a href={`?setup${location.search.replace("?", "&")}`}>Set it up</a>
        </div>
      );
    case "unavailable":
      return (
        <PartBoundary part="The demo org">
          <DemoOrgProblem reason={status.reason} onRetry={onRetry} />
        </PartBoundary>
      );
    default:
      return status satisfies never;
  }
}
