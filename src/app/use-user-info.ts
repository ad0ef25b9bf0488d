import { useEffect, useState } from "react";
import type { ClaimsSet } from "../oidc/claims-set.ts";
import { type Checks, decideUserInfoCall } from "../oidc/trust.ts";
import { callUserInfo } from "./call-user-info.ts";
import { explainUserInfoFailure } from "./explain-user-info-failure.ts";
import type { Run } from "./run.ts";
import type { UserInfoCall } from "./user-info-call.ts";

type CallState = Pick<UserInfoCall, "status" | "failure">;

/** @param onClaims Receives the claims, unless they are about another user. */
export function useUserInfo(
  run: Run,
  checks: Checks,
  onClaims: (claims: ClaimsSet) => void,
): UserInfoCall {
  // Stored by run ID, so that a failure is still there after another run was shown.
  const [calls, setCalls] = useState<ReadonlyMap<string, CallState>>(new Map());
  const state: CallState = calls.get(run.id) ?? { status: "not-called" };
  const setCall = (call: CallState) => setCalls((earlier) => new Map(earlier).set(run.id, call));
  const decision = decideUserInfoCall(checks);

  async function fetchClaims() {
    if (decision.kind === "refuse" || decision.kind === "wait" || state.status === "calling")
      return;
    setCall({ status: "calling" });
    const result = await callUserInfo(run, fetch);
    if (result && result.kind !== "claims") {
      return setCall({ status: "failed", failure: explainUserInfoFailure(result) });
    }
    setCall({ status: "not-called" });
    if (result) onClaims(result.set);
  }

  useEffect(() => {
    if (state.status !== "queued" || decision.kind === "wait") return;
    // Don't call if there is a warning, which the user had not seen when pressing the button.
    if (decision.kind === "allow") void fetchClaims();
    else setCall({ status: "not-called" });
  });

  return {
    ...state,
    decision,
    call: () => (decision.kind === "wait" ? setCall({ status: "queued" }) : void fetchClaims()),
  };
}
