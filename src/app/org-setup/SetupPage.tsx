import type { DemoOrgHandle } from "../demo-org-status.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import type { Preferences } from "../preferences.ts";
import { OrgSetup } from "./OrgSetup.tsx";
import { SetupShell } from "./SetupShell.tsx";

type SetupPageProps = { demoOrg: DemoOrgHandle; preferences: Preferences };

/** The demo org's set-up pages in the product's shell. */
export function SetupPage({ demoOrg, preferences }: SetupPageProps) {
  return (
    <SetupShell demoOrg={demoOrg} preferences={preferences}>
      <PartBoundary part="The set-up">
        <OrgSetup demoOrg={demoOrg} />
      </PartBoundary>
    </SetupShell>
  );
}
