import type { UserInfoDecision } from "../oidc/trust.ts";

export type UserInfoFailure = {
  title: string;
  sentences: readonly string[];
  /** UserInfo returned a response that the page may read. */
  hasResponded: boolean;
};

export type UserInfoCall = {
  /** `queued`: called as soon as the checks are done, if they allow it. */
  status: "not-called" | "queued" | "calling" | "failed";
  failure?: UserInfoFailure;
  /** Whether the checks allow to send the access token. */
  decision: UserInfoDecision;
  call: () => void;
};

/** What its button has to say of a call. */
export function remarkOnCall({ status, decision }: UserInfoCall): string | undefined {
  if ("reason" in decision) return decision.reason;
  return status === "queued" ? "Starts once the response is checked." : undefined;
}
