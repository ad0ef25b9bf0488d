import { afterFirstFrame } from "./after-first-frame-part.ts";
import type { DemoOrgStatus } from "./demo-org-status.ts";
import type { MetadataState } from "./request/use-metadata.ts";
import type { SessionState } from "./session-state.ts";
import type { OrgState } from "./shell/OrgButton.tsx";

type Org = { name: string; state: OrgState };

const demoOrgStates: Record<DemoOrgStatus["status"], OrgState> = {
  ready: { status: "ready", detail: "built in, no account" },
  starting: { status: "waiting", detail: "starting…" },
  unavailable: { status: "problem", detail: "unavailable" },
};

export function describeDemoOrg({ status }: DemoOrgStatus): Org {
  return { name: "Demo org", state: demoOrgStates[status] };
}

export function describeOrg(
  { choice, draft, isOrgFromLink }: SessionState,
  demoOrg: DemoOrgStatus,
  metadata: MetadataState,
): Org {
  if (choice.org === "demo") return describeDemoOrg(demoOrg);
  if (!draft.ownOrg) {
    const detail = choice.domain ? "no valid domain" : "enter a domain";
    return { name: "My Okta org", state: { status: "unknown", detail } };
  }
  const uncontacted = isOrgFromLink ? "from a link" : "not contacted";
  return {
    name: draft.ownOrg.host,
    state: afterFirstFrame.loaded()?.describeOwnOrg(metadata) ?? {
      status: "unknown",
      detail: uncontacted,
    },
  };
}
