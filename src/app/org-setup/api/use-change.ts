import { useState } from "react";
import type { ApiCall, ApiFailure } from "./api-call.ts";
import { useOrgApi } from "./org-api-context.ts";

/** How a change stands. */
export type ChangeState =
  | { readonly status: "idle" }
  | { readonly status: "sending" }
  | { readonly status: "done" }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/**
 * Makes a change by the org's API, one at a time.
 *
 * @param onDone Called with the answer's JSON after the org has made the change.
 */
export function useChange(onDone: (body: unknown) => void): {
  readonly state: ChangeState;
  readonly send: (call: ApiCall) => Promise<void>;
  /** Forgets what went wrong. */
  readonly clear: () => void;
} {
  const api = useOrgApi();
  const [state, setState] = useState<ChangeState>({ status: "idle" });

  async function send(call: ApiCall) {
    if (state.status === "sending") return;
    setState({ status: "sending" });
    const outcome = await api(call);
    if (outcome.kind === "answered") {
      setState({ status: "done" });
      onDone(outcome.body);
    } else setState({ status: "failed", failure: outcome });
  }
  return { state, send, clear: () => setState({ status: "idle" }) };
}
