import type { ResponseType } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { CauseId } from "./causes/cause-id.ts";
import type { Actor } from "./glossary/error-explanation.ts";
import type { UserGroup as GroupInSetUp, OrgSetUp } from "./org-set-up.ts";
import type { SetUpChange } from "./set-up-change.ts";
import type { Source } from "./sources.ts";

/** A request, and what it returned. */
export type RunToDiagnose = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  /** Absent if the token was not requested, did not arrive, or can't be decoded. */
  idTokenClaims?: JsonObject;
  /** Absent for the org server's, too: they are opaque. */
  accessTokenClaims?: JsonObject;
  /** Tokens that arrived and can't be decoded. */
  unreadable?: Partial<Record<"ID token" | "Access token", "encrypted" | "malformed">>;
  /** Absent unless UserInfo was called and returned claims of the same user. */
  userInfoClaims?: JsonObject;
  /** UserInfo was called, and returned no claims of the same user. */
  hasUserInfoFailed?: boolean;
  /** The server refused the request, or the exchange of its code, and issued no token. */
  refusal?: { error: string; description: string | undefined };
  /** Tokens for the code of a hybrid flow did not arrive: it was not exchanged, or that was refused. */
  codeExchange?: "pending" | "refused";
  clientId?: string;
  /** `scopes_supported` of the server's metadata, if it is known. An admin may publish fewer than there are. */
  serverScopes?: readonly string[];
  /** The user's groups in the org, if the page can read them. */
  userGroups?: readonly UserGroup[];
  /** The org's set-up for this request, if the page can read it. Then causes are certain. */
  setUp?: OrgSetUp;
};

export type UserGroup = Pick<GroupInSetUp, "name" | "isImported">;

export type FoundGroups = {
  where: "ID token" | "Access token" | "UserInfo";
  claim: string;
  /** In the token's order, at least one: an empty claim, or one that is not a list, counts as missing groups. */
  groups: readonly string[];
};

/** What another request does differently. */
export type ChangedRequest = Partial<Pick<RunToDiagnose, "server" | "responseType" | "scopes">>;

/** What a button does about a reason. */
export type Change = {
  /** The button's text: it names what the button changes. */
  label: string;
} & ({ kind: "send_request"; request: ChangedRequest } | { kind: "call_userinfo" });

/** `certain`: what the page saw allows no other cause. `likely`: it points to this one. `possible`: it fits. */
export type Certainty = "certain" | "likely" | "possible";

export type Reason = {
  /** Unique in a diagnosis. */
  id: CauseId;
  /** The verdict's heading if this is the likeliest reason. */
  title: string;
  /** What the page saw, in one sentence. */
  observed: string;
  /** What groups need, or what the refusal means. */
  expected: string;
  certainty: Certainty;
  whoActs: Actor;
  steps: readonly string[];
  /** Another request, or another call, that helps. */
  change?: Change;
  /** The change of the org's set-up that removes the cause. */
  setUpChange?: SetUpChange;
  /** Where it is in the Admin Console: `Security > API > default > Claims`. */
  consolePath?: string;
  /** The path of that page of the Admin Console, where Okta's own texts name one. */
  adminPath?: string;
  source: Source;
};
