import type { UserInfoDecision } from "../oidc/trust.ts";

export type UserInfoFailure = {
  title: string;
  sentences: readonly string[];
  /** Whether UserInfo returned a response that the page may read. */
  hasResponded: boolean;
};

export type UserInfoCall = {
  /** `queued`: UserInfo is called as soon as the checks are done, if they allow the call. */
  status: "not-called" | "queued" | "calling" | "failed";
  failure?: UserInfoFailure;
  /** Whether the checks allow sending the access token. */
  decision: UserInfoDecision;
  call: () => void;
};

/** The remark beside the button: why the call is refused or risky, or when it starts. */
export function remarkOnCall({ status, decision }: UserInfoCall): string | undefined {
  if ("reason" in decision) return decision.reason;
  return status === "queued" ? "Starts once the response is checked." : undefined;
}
