import { useState } from "react";
import type { ApiCall, ApiFailure } from "./api-call.ts";
import { useOrgApi } from "./org-api-context.ts";
import type { OutdatedCheck } from "./use-outdated-check.ts";

/** How a change stands. */
export type ChangeState =
  | { readonly status: "idle" }
  | { readonly status: "sending" }
  | { readonly status: "done" }
  /** Nothing was sent: what was to be changed is not any more what it was. */
  | { readonly status: "outdated" }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/**
 * Makes a change by the org's API, one at a time.
 *
 * @param onDone Called with the answer's JSON after the org has made the change.
 */
export function useChange(onDone: (body: unknown) => void): {
  readonly state: ChangeState;
  /** @param isOutdated Asked first, where the call sends back what was read before. */
  readonly send: (call: ApiCall, isOutdated?: OutdatedCheck) => Promise<void>;
  /** Forgets what went wrong. */
  readonly clear: () => void;
} {
  const api = useOrgApi();
  const [state, setState] = useState<ChangeState>({ status: "idle" });

  async function send(call: ApiCall, isOutdated?: OutdatedCheck) {
    if (state.status === "sending") return;
    setState({ status: "sending" });
    if (await isOutdated?.(call)) return setState({ status: "outdated" });
    const outcome = await api(call);
    if (outcome.kind === "answered") {
      setState({ status: "done" });
      onDone(outcome.body);
    } else setState({ status: "failed", failure: outcome });
  }
  return { state, send, clear: () => setState({ status: "idle" }) };
}
