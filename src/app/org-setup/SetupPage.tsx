import { lazy, Suspense, useState } from "react";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { hasSnapshotMarker } from "../lessons/snapshot-marker.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import type { Preferences } from "../preferences.ts";
import { OrgSetup } from "./OrgSetup.tsx";
import { SetupShell } from "./SetupShell.tsx";

type SetupPageProps = { demoOrg: DemoOrgHandle; preferences: Preferences };

const LeftLesson = lazy(async () => ({
  default: (await import("../lessons/LeftLesson.tsx")).LeftLesson,
}));

/** The demo org's set-up pages in the product's shell. */
export function SetupPage({ demoOrg, preferences }: SetupPageProps) {
  const [isChangedByLesson] = useState(() => hasSnapshotMarker(() => window.localStorage));
  return (
    <SetupShell demoOrg={demoOrg} preferences={preferences}>
      {isChangedByLesson && (
        <PartBoundary part="What a lesson left behind">
          <Suspense>
            <LeftLesson demoOrg={demoOrg} />
          </Suspense>
        </PartBoundary>
      )}
      <PartBoundary part="The set-up">
        <OrgSetup demoOrg={demoOrg} />
      </PartBoundary>
    </SetupShell>
  );
}
