import type { ResponseType } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { CauseId } from "./causes/cause-id.ts";
import type { Actor } from "./glossary/error-explanation.ts";
import type { ClaimOrigins } from "./is-groups-claim.ts";
import type { NamedGroup, OrgSetUp } from "./org-set-up.ts";
import type { SetUpChange } from "./set-up-change.ts";
import type { Source } from "./sources.ts";

export type RunToDiagnose = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  idTokenClaims?: JsonObject | undefined;
  /** Also absent for the org server's access tokens, which are opaque. */
  accessTokenClaims?: JsonObject | undefined;
  /** The claims of the org server's access token. Used only to judge whether Okta can have issued the token. */
  opaqueClaims?: JsonObject | undefined;
  /** Received tokens that can't be decoded. */
  unreadable?: Partial<Record<"ID token" | "Access token", "encrypted" | "malformed">> | undefined;
  /** Absent unless UserInfo was called and returned claims of the same user. */
  userInfoClaims?: JsonObject | undefined;
  hasUserInfoFailed?: boolean | undefined;
  /** The server refused the request, or the exchange of its code, and issued no token. */
  refusal?:
    | {
        error: string;
        description: string | undefined;
        /** The HTTP status of the token endpoint. `undefined` for a redirect. */
        status?: number | undefined;
      }
    | undefined;
  /** Set if the code of a hybrid flow was not exchanged yet, or the exchange was refused. */
  codeExchange?: "pending" | "refused" | undefined;
  clientId?: string | undefined;
  /** `scopes_supported` of the server's metadata, if known. An admin may publish only some of the scopes. */
  serverScopes?: readonly string[] | undefined;
  userGroups?: readonly NamedGroup[] | undefined;
  /** The origins of the claims when the run was received, if known. */
  claimOrigins?: ClaimOrigins | undefined;
  /** The org's current set-up for this request, if the page can read it. Then causes are certain. */
  setUp?: OrgSetUp | undefined;
};

export type FoundGroups = {
  where: "ID token" | "Access token" | "UserInfo";
  claim: string;
  /** At least one group, in the token's order. A claim that is empty or not a list counts as missing groups. */
  groups: readonly string[];
};

export type ChangedRequest = Partial<Pick<RunToDiagnose, "server" | "responseType" | "scopes">>;

export type Change = { label: string } & (
  | {
      kind: "send_request";
      /** The label without its ending “and send”. A second change can follow it. */
      action: string;
      request: ChangedRequest;
    }
  | { kind: "call_userinfo" }
);

/** `certain`: the evidence allows no other cause. `likely`: it points to this cause. `possible`: it allows this cause. */
export const certainties = ["certain", "likely", "possible"] as const;

export type FoundCause = {
  id: CauseId;
  /** The name of the claim that the org's set-up shows. Two causes with one `id` can be about two claims. */
  claim?: string;
  title: string;
  /** Clauses that complete “There are no groups, because …”, if `title` is made of them. */
  because?: readonly string[];
  observed: string;
  /** Empty if `observed` already explains the cause. */
  expected: string;
  certainty: (typeof certainties)[number];
  whoActs: Actor;
  steps: readonly string[];
  change?: Change;
  setUpChange?: SetUpChange;
  /** Where to fix the cause in the Admin Console: `Security > API > default > Claims`. */
  consolePath?: string;
  /** The URL path of that page in the Admin Console, if Okta's own texts name one. */
  adminPath?: string;
  source: Source;
};
