import type { UserInfoDecision } from "../oidc/trust.ts";

export type UserInfoFailure = {
  title: string;
  sentences: readonly string[];
  /** Whether UserInfo returned something that the page may read. */
  hasResponded: boolean;
};

export type UserInfoCall = {
  status: "not-called" | "calling" | "failed";
  failure?: UserInfoFailure;
  /** Whether the access token may be sent, by all checks of the response. */
  decision: UserInfoDecision;
  call: () => void;
};
