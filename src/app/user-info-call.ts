import type { UserInfoDecision } from "../oidc/trust.ts";

export type UserInfoFailure = {
  title: string;
  sentences: readonly string[];
  /** UserInfo returned a response that the page may read. */
  hasResponded: boolean;
};

export type UserInfoCall = {
  status: "not-called" | "calling" | "failed";
  failure?: UserInfoFailure;
  /** Whether the checks allow to send the access token. */
  decision: UserInfoDecision;
  call: () => void;
};
