import type { ResponseType } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { Actor } from "./glossary/error-explanation.ts";
import type { OrgSetUp } from "./org-set-up.ts";
import type { SetUpChange } from "./set-up-change.ts";
import type { Source } from "./sources.ts";

/** A request, and what it returned. */
export type RunToDiagnose = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  /** Absent if the token was not requested or can't be decoded. */
  idTokenClaims?: JsonObject;
  /** Absent for the org server's, too: they are opaque. */
  accessTokenClaims?: JsonObject;
  /** Absent unless UserInfo was called and returned claims of the same user. */
  userInfoClaims?: JsonObject;
  /** UserInfo was called, and returned no claims of the same user. */
  hasUserInfoFailed?: boolean;
  refusal?: { error: string; description: string | undefined };
  /** The user's groups in the org, if the page can read them. */
  userGroups?: readonly UserGroup[];
  /** The org's set-up for this request, if the page can read it. Then causes are certain. */
  setUp?: OrgSetUp;
};

export type UserGroup = {
  name: string;
  /** From Active Directory, LDAP or another app: type `APP_GROUP` in Okta's Groups API. */
  isImported: boolean;
};

export type FoundGroups = {
  where: "ID token" | "Access token" | "UserInfo";
  claim: string;
  /** In the token's order, at least one: an empty claim counts as missing groups. */
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
  /** Stable, and unique in a diagnosis. */
  id: string;
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
  source: Source;
};
