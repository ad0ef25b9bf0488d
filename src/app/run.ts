import type { TokenName } from "../oidc/check.ts";
import type { ClaimsSet } from "../oidc/claims-set.ts";
import type { ParsedResponse } from "../oidc/parsed-response.ts";
import type { TokenExchange, TokenResponseText } from "../oidc/token-request.ts";
import type { IdTokenVerdict } from "../okta/fat-and-thin.ts";
import type { SentRequest } from "./pending-requests.ts";

/** A response that this tab received, and the request that it answers. */
export type Run = {
  id: string;
  /** Counts up within the tab. */
  number: number;
  receivedAtSeconds: number;
  /**
   * `requested`: its `state` is that of a pending request. `repeated`: that request was answered before.
   * `unexpected`: this tab did not send such a request, or sent it too long ago. `unstored`: nobody can tell, because
   * the browser stores nothing for this page.
   */
  origin: "requested" | "repeated" | "unexpected" | "unstored";
  /** Set where `origin` is `requested`. */
  request: SentRequest | undefined;
  /** The `state` of the newest pending request, where the response has another one. */
  expectedState: string | undefined;
  response: ParsedResponse;
  /** The parameters as received, without the leading `#` or `?`: what is stored. */
  responseText: string;
  /** The exchange of the response's code for tokens. `undefined` where the response has no code. */
  tokenRequest: TokenRequestState | undefined;
  /** UserInfo's claims, once called and about the same user. */
  userInfo: ClaimsSet | undefined;
  /** Set where the user pasted it, so that no request of this tab belongs to it. It is never stored. */
  pasted?: {
    idTokenVerdict: IdTokenVerdict;
    /** Tokens of which only a part of the claims can be read. */
    partialTokens: readonly TokenName[];
  };
};

/** How far the exchange of a code is. `findTokenStep` adds what depends on the time. */
export type TokenRequestState =
  | {
      status: "unsent";
      /**
       * `not_started`: the page was left, or its code could not be loaded, before anything was sent. `interrupted`: the
       * page was left while it waited for the response, so the code may be used up. `foreign_endpoint`: the token
       * endpoint is on another origin than the issuer, and waits for the user. `check_failed`: the response must not be
       * used. `no_verifier`: the code belongs to no request that this tab waits for.
       */
      reason: "not_started" | "interrupted" | "foreign_endpoint" | "check_failed" | "no_verifier";
      /** Once it is known. */
      tokenEndpoint: string | undefined;
      /** As long as the code can be exchanged. */
      codeVerifier: string | undefined;
    }
  | {
      status: "sending";
      /** `undefined` until the issuer's metadata has told it: nothing is sent before. */
      tokenEndpoint: string | undefined;
      codeVerifier: string;
    }
  | {
      status: "sent";
      tokenEndpoint: string;
      sentAtSeconds: number;
      /** `responseText`, parsed. */
      exchange: TokenExchange;
      responseText: TokenResponseText;
    };
