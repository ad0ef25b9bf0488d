import type { ResponseType } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { Actor } from "./glossary/error-explanation.ts";
import type { Source } from "./source.ts";

/** What came of a request, as far as it is known. */
export type RunToDiagnose = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  idTokenClaims?: JsonObject;
  accessTokenClaims?: JsonObject;
  userInfoClaims?: JsonObject;
  refusal?: { error: string; description: string | undefined };
};

export type Change = {
  responseType?: ResponseType;
  scopes?: readonly string[];
  server?: AuthorizationServer;
  callUserInfo?: true;
};

export type Reason = {
  id: string;
  title: string;
  /** What was seen, as a sentence. */
  observed: string;
  /** What would have shown groups, as a sentence. */
  expected: string;
  whoActs: Actor;
  steps: readonly string[];
  /** What a button may change before the request is sent again, or may do now. */
  change?: Change;
  source: Source;
};

export type FoundGroups = {
  where: "ID token" | "Access token" | "UserInfo";
  claim: string;
  count: number;
};

export type Diagnosis = {
  found: readonly FoundGroups[];
  /** Likeliest first. */
  reasons: readonly Reason[];
};

export function diagnose(_run: RunToDiagnose): Diagnosis {
  return { found: [], reasons: [] };
}
