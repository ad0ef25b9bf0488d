import type { TokenName } from "../oidc/check.ts";
import type { ClaimsSet } from "../oidc/claims-set.ts";
import type { ParsedResponse } from "../oidc/parsed-response.ts";
import type { TokenExchange, TokenResponseText } from "../oidc/token-request.ts";
import type { IdTokenVerdict } from "../okta/fat-and-thin.ts";
import type { SentRequest } from "./pending-requests.ts";

export type Run = {
  id: string;
  /** Counts up within the tab. */
  number: number;
  receivedAtSeconds: number;
  /**
   * `requested`: its `state` is a pending request's. `repeated`: that request had a response before. `unexpected`: this
   * tab sent no such request, or too long ago. `unstored`: unknown, as the browser stores nothing for this page.
   */
  origin: "requested" | "repeated" | "unexpected" | "unstored";
  /** Set if `origin` is `requested`. */
  request: SentRequest | undefined;
  /** The `state` of the newest pending request, if the response has another one. */
  expectedState: string | undefined;
  response: ParsedResponse;
  /** The parameters as received, without the leading `#` or `?`. */
  responseText: string;
  tokenRequest: TokenRequestState | undefined;
  /** UserInfo's claims, if they are about the same user. */
  userInfo: ClaimsSet | undefined;
  /** Set if the user pasted the response. It is never stored. */
  pasted?: {
    idTokenVerdict: IdTokenVerdict;
    /** Tokens of which only some claims can be read. */
    partialTokens: readonly TokenName[];
  };
};

/** The state of a code's exchange. `findTokenStep` adds what depends on the time. */
export type TokenRequestState =
  | {
      status: "unsent";
      /**
       * `not_started`: nothing was sent. `interrupted`: the page was left before the response, so the code may be used
       * up. `foreign_endpoint`: the token endpoint is on another origin than the issuer, and the user has to allow it.
       * `check_failed`: the response must not be used. `no_verifier`: the code belongs to no pending request.
       */
      reason: "not_started" | "interrupted" | "foreign_endpoint" | "check_failed" | "no_verifier";
      tokenEndpoint: string | undefined;
      codeVerifier: string | undefined;
    }
  | {
      status: "sending";
      /** `undefined` until the issuer's metadata is fetched: nothing is sent before. */
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
