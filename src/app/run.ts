import type { ClaimsSet } from "../oidc/claims-set.ts";
import type { ParsedResponse } from "../oidc/parsed-response.ts";
import type { SentRequest } from "./pending-requests.ts";

/** A response that this tab received, and the request that it answers. */
export type Run = {
  id: string;
  /** Counts up within the tab. */
  number: number;
  receivedAtSeconds: number;
  /**
   * `requested`: its `state` is that of a pending request. `repeated`: that request was answered before.
   * `unexpected`: this tab did not send such a request, or sent it too long ago.
   */
  origin: "requested" | "repeated" | "unexpected";
  /** Set where `origin` is `requested`. */
  request: SentRequest | undefined;
  /** The `state` of the newest pending request, where the response has another one. */
  expectedState: string | undefined;
  response: ParsedResponse;
  /** The parameters as received, without the leading `#` or `?`: what is stored. */
  responseText: string;
  /** UserInfo's claims, once called and about the same user. */
  userInfo: ClaimsSet | undefined;
};
