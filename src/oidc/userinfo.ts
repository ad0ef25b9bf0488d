import type { Check } from "./check.ts";
import type { ClaimsSet } from "./claims-set.ts";
import { type FetchOptions, fetchJson, type JsonResponse, type Unreachable } from "./fetch-json.ts";
import { findMember, type JsonObject } from "./json.ts";
import { quoteValue } from "./quote-value.ts";
import type { AccessToken } from "./tokens.ts";

export type UserInfoAnswer =
  | { kind: "claims"; claims: JsonObject /** The same claims as they were sent. */; set: ClaimsSet }
  | {
      kind: "refused";
      status: number;
      /** Mostly `invalid_token` or `insufficient_scope`: RFC 6750 §3.1. */
      error: string | undefined;
      description: string | undefined;
    }
  | Unreachable
  | { kind: "not_json" };

/**
 * Calls the UserInfo endpoint, which returns the claims that the access token's scopes allow. Never throws. Call it
 * only after `decideUserInfoCall`, and before using the claims call `checkUserInfoSubject`.
 *
 * @see OpenID Connect Core 1.0 §5.3; RFC 6750 §2.1
 */
export async function fetchUserInfo({
  endpoint,
  accessToken,
  ...options
}: { endpoint: string; accessToken: AccessToken } & FetchOptions): Promise<UserInfoAnswer> {
  const headers = { Accept: "application/json", Authorization: `Bearer ${accessToken}` };
  const response = await fetchJson(endpoint, options, { headers, cache: "no-store" });
  if (response.kind === "unreachable") return response;
  const { status, body } = response;
  if (status !== 200) return parseRefusal(response);
  return body ? { kind: "claims", claims: body.claims, set: body } : { kind: "not_json" };
}

/**
 * Checks that UserInfo and the tokens are about the same user. If it fails, UserInfo's claims must not be used.
 *
 * Without a readable ID token it compares with the access token's `uid`, where Okta puts the user's ID. The access
 * token's `sub` is the username and can't be compared.
 *
 * @see OpenID Connect Core 1.0 §5.3.2
 */
export function checkUserInfoSubject({
  userInfoClaims,
  idTokenClaims,
  accessTokenClaims,
}: {
  userInfoClaims: JsonObject;
  /** `undefined` without a readable ID token. */
  idTokenClaims: JsonObject | undefined;
  /** `undefined` without a readable access token. */
  accessTokenClaims?: JsonObject | undefined;
}): Check {
  const check = { id: "userinfo.sub", about: "userinfo", name: "Subject" } as const;
  const subject = findMember(userInfoClaims, "sub");
  if (typeof subject !== "string" || subject === "") {
    const detail = "UserInfo has no sub, so it does not say which user it is about.";
    return { ...check, status: "fail", detail };
  }
  const expected = findUserId(idTokenClaims, accessTokenClaims);
  if (!expected) {
    const detail =
      "There is no user ID to compare: no readable ID token, and no uid in the access token.";
    return { ...check, status: "skipped", detail };
  }
  const source = `the ${expected.token}’s ${expected.claim}`;
  return subject === expected.value
    ? { ...check, status: "pass", detail: `UserInfo’s sub is the same as ${source}.` }
    : {
        ...check,
        status: "fail",
        detail: `UserInfo’s sub is ${quoteValue(subject)}, but ${source} is ${quoteValue(expected.value)}. UserInfo is about another user.`,
      };
}

function findUserId(idTokenClaims: JsonObject | undefined, accessTokenClaims: JsonObject = {}) {
  if (idTokenClaims) {
    return { token: "ID token", claim: "sub", value: findMember(idTokenClaims, "sub") };
  }
  const uid = findMember(accessTokenClaims, "uid");
  return uid === undefined ? undefined : { token: "access token", claim: "uid", value: uid };
}

/** The header says more than the body, but across origins a page sees it only if CORS exposes it. */
function parseRefusal({ status, headers, body }: JsonResponse): UserInfoAnswer {
  const challenge = parseChallenge(headers.get("www-authenticate") ?? "");
  const find = (name: string) => {
    const inBody = body && findMember(body.claims, name);
    return challenge.get(name) ?? (typeof inBody === "string" ? inBody : undefined);
  };
  return { kind: "refused", status, error: find("error"), description: find("error_description") };
}

/** An honest challenge is a line. The search takes quadratic time on quotes that never end. */
const maxChallengeLength = 4096;

/** The parameters of a challenge by lower-case name: RFC 9110 §11.2, §5.6.4 (quoted strings). */
function parseChallenge(header: string): ReadonlyMap<string, string> {
  const parameters = header
    .slice(0, maxChallengeLength)
    .matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g);
  return new Map(
    Array.from(parameters, ([, name = "", quoted, plain]) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "",
    ]),
  );
}
