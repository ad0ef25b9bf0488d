import * as v from "valibot";
import type { TokenName } from "../oidc/check.ts";
import type { ClaimsSet } from "../oidc/claims-set.ts";
import type { ParsedResponse } from "../oidc/parsed-response.ts";
import type { TokenExchange } from "../oidc/token-request.ts";
import type { IdTokenVerdict } from "../okta/fat-and-thin.ts";
import type { ClaimOrigins } from "../okta/is-groups-claim.ts";
import { sentRequestSchema } from "./pending-requests.ts";

const unsentSchema = v.object({
  status: v.literal("unsent"),
  /**
   * `not_started`: nothing was sent. `interrupted`: the page was left before the response, so the code may be used up.
   * `check_failed`: the response must not be used. `no_verifier`: the code belongs to no pending request.
   * `foreign_endpoint`: the token endpoint is on another origin than the issuer, and the user has to allow it.
   * `encrypted_id_token`: its `c_hash` can't be read, and the user has to allow the exchange.
   * `other_issuer`: the server's metadata names another issuer than the request's.
   */
  reason: v.picklist([
    "not_started",
    "interrupted",
    "check_failed",
    "no_verifier",
    "foreign_endpoint",
    "encrypted_id_token",
    "other_issuer",
  ]),
  tokenEndpoint: v.optional(v.pipe(v.string(), v.url()), () => undefined),
  codeVerifier: v.optional(v.string(), () => undefined),
});

const sentSchema = v.object({
  status: v.literal("sent"),
  tokenEndpoint: v.pipe(v.string(), v.url()),
  sentAtSeconds: v.number(),
  responseText: v.variant("kind", [
    v.object({ kind: v.literal("answered"), status: v.number(), text: v.string() }),
    v.object({
      kind: v.literal("unreachable"),
      because: v.picklist(["failed", "timed_out", "too_large", "not_allowed"]),
    }),
  ]),
});

/** The entries of `ClaimOrigins`. */
export const claimOriginsSchema = v.array(v.tuple([v.string(), v.picklist(["groups", "other"])]));

/** A run as stored, without values that can be parsed again. */
export const storedRunSchema = v.object({
  id: v.string(),
  /** The run's number, which counts up within the tab. */
  number: v.number(),
  receivedAtSeconds: v.number(),
  /**
   * `requested`: the response's `state` is a pending request's. `repeated`: the request already had a response.
   * `unexpected`: this tab sent no such request, or sent it too long ago. `unstored`: unknown, because the browser stores
   * nothing for this page.
   */
  origin: v.picklist(["requested", "repeated", "unexpected", "unstored"]),
  /** Set if `origin` is `requested`. */
  request: v.optional(sentRequestSchema, () => undefined),
  /** The `state` of the newest pending request, if the response has another one. */
  expectedState: v.optional(v.string(), () => undefined),
  /** The parameters as received, without the leading `#` or `?`. */
  responseText: v.string(),
  returnedIn: v.picklist(["fragment", "query"]),
  tokenRequest: v.optional(v.variant("status", [unsentSchema, sentSchema])),
  userInfo: v.optional(v.string()),
  claimOrigins: v.optional(claimOriginsSchema),
});

export type StoredRun = v.InferOutput<typeof storedRunSchema>;

export type Run = Omit<StoredRun, "returnedIn" | "tokenRequest" | "userInfo" | "claimOrigins"> & {
  response: ParsedResponse;
  tokenRequest: TokenRequestState | undefined;
  /** UserInfo's claims, if they are about the same user. */
  userInfo: ClaimsSet | undefined;
  /**
   * The origins of the claims when the run was received: an admin may rename a claim later. Absent until the org's set-up
   * is loaded, and for other orgs.
   */
  claimOrigins?: ClaimOrigins | undefined;
  /** Set if the user pasted the response. It is never stored. */
  pasted?: {
    idTokenVerdict: IdTokenVerdict;
    /** Tokens of which only some claims can be read. */
    partialTokens: readonly TokenName[];
  };
};

/** The state of a code's exchange, without states that depend on the time: see `explainTokenRequest`. */
export type TokenRequestState =
  | v.InferOutput<typeof unsentSchema>
  | {
      status: "sending";
      /** `undefined` until the issuer's metadata is fetched. The code is sent only after that. */
      tokenEndpoint: string | undefined;
      codeVerifier: string;
    }
  /** The stored state, with the parsed `responseText` as `exchange`. */
  | (v.InferOutput<typeof sentSchema> & { exchange: TokenExchange });
