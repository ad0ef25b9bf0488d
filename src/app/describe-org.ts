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
    return { name: "My Okta org", state: { status: "unknown", detail: "no valid domain" } };
  }
  return { name: draft.ownOrg.host, state: describeOwnOrg(metadata, isOrgFromLink) };
}

function describeOwnOrg(metadata: MetadataState, isOrgFromLink: boolean): OrgState {
  if (metadata.status === "not-requested") {
    return { status: "unknown", detail: isOrgFromLink ? "from a link" : "not contacted" };
  }
  if (metadata.status === "loading") return { status: "waiting", detail: "connecting…" };
  const { kind } = metadata.answer;
  return kind === "loaded"
    ? { status: "ready", detail: "responds" }
    : {
        status: "problem",
        detail: kind === "unreachable" ? "can’t be reached" : "metadata problem",
      };
}
