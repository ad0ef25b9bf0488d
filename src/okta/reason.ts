import type { ResponseType } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { Actor } from "./glossary/error-explanation.ts";
import type { Source } from "./sources.ts";

/** What came of a request, as far as it is known. */
export type RunToDiagnose = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  /** Absent where no such token came or it cannot be read, and for UserInfo where it was not asked. */
  idTokenClaims?: JsonObject;
  accessTokenClaims?: JsonObject;
  userInfoClaims?: JsonObject;
  refusal?: { error: string; description: string | undefined };
};

export type FoundGroups = {
  where: "ID token" | "Access token" | "UserInfo";
  claim: string;
  /** In the token's order, at least one: an empty claim counts as missing groups. */
  groups: readonly string[];
  count: number;
};

/** What another request differs in. */
export type ChangedRequest = Partial<Pick<RunToDiagnose, "server" | "responseType" | "scopes">>;

/** What a button does about a reason. */
export type Change = {
  /** The button's text: it names what the button changes. */
  label: string;
} & ({ kind: "ask_again"; request: ChangedRequest } | { kind: "call_userinfo" });

export type Reason = {
  /** Stable, and unlike any other of the same diagnosis. */
  id: string;
  title: string;
  /** What was seen, as a sentence. */
  observed: string;
  /** What it takes for groups to come, or what the refusal means. */
  expected: string;
  whoActs: Actor;
  steps: readonly string[];
  change?: Change;
  source: Source;
};
