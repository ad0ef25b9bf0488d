import { useState } from "react";
import type { ApiCall, ApiFailure } from "./api-call.ts";
import { useOrgApi, useOwnChanges } from "./org-api-context.ts";
import type { OutdatedCheck } from "./use-outdated-check.ts";

export type ChangeState =
  | { readonly status: "idle" }
  | { readonly status: "sending" }
  | { readonly status: "done" }
  /** Not sent, because the object was changed elsewhere. */
  | { readonly status: "outdated" }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/** Makes changes through the org's API, one at a time. */
export function useChange(onDone: (body: unknown) => void): {
  readonly state: ChangeState;
  /** @param checkOutdated Runs first, if the call sends back an object that was loaded earlier. */
  readonly send: (call: ApiCall, checkOutdated?: OutdatedCheck) => Promise<void>;
  readonly clear: () => void;
} {
  const api = useOrgApi();
  const { enqueue, storeResponse } = useOwnChanges();
  const [state, setState] = useState<ChangeState>({ status: "idle" });

  async function send(call: ApiCall, checkOutdated?: OutdatedCheck) {
    if (state.status === "sending") return;
    setState({ status: "sending" });
    await enqueue(() => make(call, checkOutdated));
  }

  async function make(requested: ApiCall, checkOutdated?: OutdatedCheck) {
    const checked = await checkOutdated?.(requested);
    if (checked?.kind === "outdated") return setState({ status: "outdated" });
    const call = checked?.call ?? requested;
    const outcome = await api(call);
    if (outcome.kind === "answered") {
      storeResponse(call, outcome.body);
      setState({ status: "done" });
      onDone(outcome.body);
    } else setState({ status: "failed", failure: outcome });
  }
  return { state, send, clear: () => setState({ status: "idle" }) };
}
