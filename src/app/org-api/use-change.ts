import { useEffect, useState } from "react";
import type { ApiCall, ApiFailure } from "./api-call.ts";
import { useOrgApi, useOwnChanges } from "./org-api-context.ts";

export type ChangeState =
  | { readonly status: "idle" }
  | { readonly status: "sending" }
  | { readonly status: "done" }
  /** Not sent, because the object was changed elsewhere. */
  | { readonly status: "outdated" }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/** Returns the call to send; undefined if its object was changed elsewhere. */
export type CallCheck = (call: ApiCall) => Promise<ApiCall | undefined>;

/** Makes changes through the org's API, one at a time. */
export function useChange(onDone: (body: unknown) => void) {
  const api = useOrgApi();
  const { enqueue, storeResponse, subscribe } = useOwnChanges();
  const [state, setState] = useState<ChangeState>({ status: "idle" });

  // Only the form that was saved last shows "Saved".
  useEffect(
    () => subscribe(() => setState((it) => (it.status === "done" ? { status: "idle" } : it))),
    [subscribe],
  );

  /** @param check Runs first, if the call sends back an object that was loaded earlier. */
  async function send(requested: ApiCall, check?: CallCheck) {
    if (state.status === "sending") return;
    setState({ status: "sending" });
    await enqueue(() => make(requested, check));
  }

  async function make(requested: ApiCall, check?: CallCheck) {
    const call = check ? await check(requested) : requested;
    if (!call) return setState({ status: "outdated" });
    const outcome = await api(call);
    if (outcome.kind === "answered") {
      storeResponse(call, outcome.body);
      setState({ status: "done" });
      onDone(outcome.body);
    } else setState({ status: "failed", failure: outcome });
  }
  return { state, send, clear: () => setState({ status: "idle" }) };
}
