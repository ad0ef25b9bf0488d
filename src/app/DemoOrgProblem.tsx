import { Button } from "../ui/Button.tsx";
import { Callout } from "../ui/Callout.tsx";
import type { DemoOrgStatus } from "./demo-org-status.ts";

type Reason = Extract<DemoOrgStatus, { status: "unavailable" }>["reason"];
type DemoOrgProblemProps = { reason: Reason; onRetry: () => void };

const reasons: Record<Reason, string> = {
  unsupported:
    "This browser does not offer service workers here, and the demo org lives in one. Private windows and strict settings switch them off.",
  insecure_context:
    "The demo org lives in a service worker, which browsers allow on https and on localhost only. Open this page under one of them.",
  registration_failed:
    "The browser would not install the demo org’s service worker. A setting, an extension or a full disk may forbid it.",
  not_answering:
    "The demo org’s service worker is installed but does not answer. In developer tools, look whether Application > Service workers > Bypass for network is ticked.",
};

/** Why the demo org cannot be asked, and how to go on. */
export function DemoOrgProblem({ reason, onRetry }: DemoOrgProblemProps) {
  return (
    <Callout kind="alert">
      <p>{reasons[reason]}</p>
      <p>
        Try again or use another browser. An org of your own needs no service worker: choose My Okta
        org in the explorer.
      </p>
      <p>
        <Button onClick={onRetry}>Start the demo org again</Button>
      </p>
    </Callout>
  );
}
