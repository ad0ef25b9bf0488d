import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { DemoOrgProblem } from "../DemoOrgProblem.tsx";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { describeDemoOrg } from "../describe-org.ts";
import { hasSnapshotMarker } from "../lessons/snapshot-marker.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import type { Preferences } from "../preferences.ts";
import { buildExplorerQuery } from "../set-up-places.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { SetUpSections } from "./SetUpSections.tsx";

type SetUpPageProps = { demoOrg: DemoOrgHandle; preferences: Preferences };

const LeftLesson = lazy(async () => ({
  default: (await import("../lessons/LeftLesson.tsx")).LeftLesson,
}));

export function SetUpPage({ demoOrg, preferences }: SetUpPageProps) {
  const status = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const [isChangedByLesson] = useState(() => hasSnapshotMarker(() => window.localStorage));
  const query = buildExplorerQuery(location.search);
  return (
    <PageFrame
      page="demo-org"
      query={query}
      org={describeDemoOrg(status)}
      aboutOrg={
        status.status === "unavailable" ? (
          <DemoOrgProblem reason={status.reason} onRetry={demoOrg.retry} />
        ) : (
          <p>These pages set up the demo org in this browser. Explore can use another org, too.</p>
        )
      }
      preferences={preferences}
    >
      {isChangedByLesson && (
        <PartBoundary part="A notice about a lesson">
          <Suspense>
            <LeftLesson demoOrg={demoOrg} />
          </Suspense>
        </PartBoundary>
      )}
      <PartBoundary part="The set-up">
        <SetUpSections demoOrg={demoOrg} />
      </PartBoundary>
    </PageFrame>
  );
}
