import type { ResponseType } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { CauseId } from "./causes/cause-id.ts";
import type { Actor } from "./glossary/error-explanation.ts";
import type { UserGroup as GroupInSetUp, OrgSetUp } from "./org-set-up.ts";
import type { SetUpChange } from "./set-up-change.ts";
import type { Source } from "./sources.ts";

export type RunToDiagnose = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  idTokenClaims?: JsonObject | undefined;
  /** Absent for the org server's, too: they are opaque. */
  accessTokenClaims?: JsonObject | undefined;
  /** Those of the org server's access token, if it can be decoded: only to tell whether Okta can have issued it. */
  opaqueClaims?: JsonObject | undefined;
  /** Tokens that arrived and can't be decoded. */
  unreadable?: Partial<Record<"ID token" | "Access token", "encrypted" | "malformed">> | undefined;
  /** Absent unless UserInfo was called and returned claims of the same user. */
  userInfoClaims?: JsonObject | undefined;
  hasUserInfoFailed?: boolean | undefined;
  /** The server refused the request, or the exchange of its code, and issued no token. */
  refusal?:
    | {
        error: string;
        description: string | undefined;
        /** Of the token endpoint. A redirect has none. */
        status?: number | undefined;
      }
    | undefined;
  /** Tokens for the code of a hybrid flow did not arrive: it was not exchanged, or that was refused. */
  codeExchange?: "pending" | "refused" | undefined;
  clientId?: string | undefined;
  /** `scopes_supported` of the server's metadata, if it is known. An admin may publish fewer than there are. */
  serverScopes?: readonly string[] | undefined;
  userGroups?: readonly UserGroup[] | undefined;
  /** The org's set-up for this request, if the page can read it. Then causes are certain. */
  setUp?: OrgSetUp | undefined;
};

export type UserGroup = Pick<GroupInSetUp, "name" | "isImported">;

export type FoundGroups = {
  where: "ID token" | "Access token" | "UserInfo";
  claim: string;
  /** In the token's order, at least one: an empty claim, or one that is not a list, counts as missing groups. */
  groups: readonly string[];
};

export type ChangedRequest = Partial<Pick<RunToDiagnose, "server" | "responseType" | "scopes">>;

export type Change = { label: string } & (
  | { kind: "send_request"; request: ChangedRequest }
  | { kind: "call_userinfo" }
);

/** `certain`: what the page saw allows no other cause. `likely`: it points to this one. `possible`: it fits. */
export const certainties = ["certain", "likely", "possible"] as const;

export type Reason = {
  id: CauseId;
  title: string;
  observed: string;
  /** Empty if what was observed explains it. */
  expected: string;
  certainty: (typeof certainties)[number];
  whoActs: Actor;
  steps: readonly string[];
  change?: Change;
  setUpChange?: SetUpChange;
  /** Where it is in the Admin Console: `Security > API > default > Claims`. */
  consolePath?: string;
  /** The path of that page of the Admin Console, where Okta's own texts name one. */
  adminPath?: string;
  source: Source;
};
