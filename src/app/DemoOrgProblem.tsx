import { Button } from "../ui/Button.tsx";
import { Callout } from "../ui/Callout.tsx";
import type { DemoOrgStatus } from "./demo-org-status.ts";

type Reason = Extract<DemoOrgStatus, { status: "unavailable" }>["reason"];
type DemoOrgProblemProps = { reason: Reason; onRetry: () => void };

const reasons: Record<Reason, string> = {
  unsupported:
    "The demo org runs in a service worker, and this browser allows none here. Private windows and strict privacy settings disable them.",
  insecure_context:
    "The demo org runs in a service worker, which browsers allow on https and localhost only. Open this page at such an address.",
  registration_failed:
    "The browser refused to install the demo org’s service worker. A setting, an extension or a full disk can cause that.",
  not_answering:
    "The demo org’s service worker is installed, but does not respond. In the developer tools, check that Application > Service workers > Bypass for network is off.",
  not_loaded: "The code that starts the demo org could not be loaded. Check your connection.",
  left_out: "This deployment of the page has no demo org.",
};

export function DemoOrgProblem({ reason, onRetry }: DemoOrgProblemProps) {
  return (
    <Callout kind="alert">
      <p>{reasons[reason]}</p>
      <p>Try again, use another browser, or choose My Okta org, which needs no service worker.</p>
      <p>
        <Button onClick={onRetry}>Start the demo org again</Button>
      </p>
    </Callout>
  );
}
