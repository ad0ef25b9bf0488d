import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { OrgSetup } from "./OrgSetup.tsx";

/** Puts the set-up pages where the explorer would be. */
export function showOrgSetup(root: Element, demoOrg: DemoOrgHandle): void {
  createRoot(root).render(
    <StrictMode>
      <OrgSetup demoOrg={demoOrg} />
    </StrictMode>,
  );
}
