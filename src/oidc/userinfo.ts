import { type Check, defineCheck } from "./check.ts";
import { type ClaimsSet, parseClaimsSet } from "./claims-set.ts";
import { type FetchOptions, fetchText, type JsonResponse, type Unreachable } from "./fetch-json.ts";
import { findString } from "./find-string.ts";
import { findMember, type JsonObject, parseJson } from "./json.ts";
import { quoteValue } from "./quote-value.ts";
import type { AccessToken } from "./tokens.ts";

export type UserInfoAnswer =
  | { kind: "claims"; claims: JsonObject /** The same claims as they were sent. */; set: ClaimsSet }
  | {
      kind: "refused";
      status: number;
      /** Usually `invalid_token` or `insufficient_scope`: RFC 6750 §3.1. */
      error: string | undefined;
      description: string | undefined;
    }
  | Unreachable
  | { kind: "invalid_token_text" }
  | { kind: "not_json" }
  | { kind: "not_an_object" };

/** The syntax `b64token`. Browsers refuse to send some other characters in a header. @see RFC 6750 §2.1 */
const bearerToken = /^[\w.~+/-]+=*$/;

type UserInfoRequest = FetchOptions & { endpoint: string; accessToken: AccessToken };

/** Call `decideUserInfoCall` first. Never throws. @see OpenID Connect Core 1.0 §5.3; RFC 6750 §2.1 */
export async function fetchUserInfo(request: UserInfoRequest): Promise<UserInfoAnswer> {
  const { endpoint, accessToken, ...options } = request;
  if (!bearerToken.test(accessToken)) return { kind: "invalid_token_text" };
  const headers = { Accept: "application/json", Authorization: `Bearer ${accessToken}` };
  const response = await fetchText(endpoint, options, { headers, cache: "no-store" });
  if (response.kind === "unreachable") return response;
  const { status, text = "", ...rest } = response;
  const body = parseClaimsSet(text);
  if (status !== 200) return parseRefusal({ ...rest, status, body });
  if (body) return { kind: "claims", claims: body.claims, set: body };
  return { kind: parseJson(text) === undefined ? "not_json" : "not_an_object" };
}

type ClaimsToCompare = {
  userInfoClaims: JsonObject;
  idTokenClaims: JsonObject | undefined;
  accessTokenClaims?: JsonObject | undefined;
};

/**
 * Compares UserInfo's `sub` with the ID token's. Without a readable ID token, compares the access token's `uid`, because
 * the access token's `sub` is a username. @see OpenID Connect Core 1.0 §5.3.2
 */
export function checkUserInfoSubject(received: ClaimsToCompare): Check {
  const { userInfoClaims, idTokenClaims, accessTokenClaims } = received;
  const check = defineCheck("userinfo.sub", "userinfo", "Subject");
  const subject = findMember(userInfoClaims, "sub");
  if (typeof subject !== "string" || subject === "") {
    return check.fail("UserInfo has no sub, so it does not say which user it is about.");
  }
  const expected = findUserId(idTokenClaims, accessTokenClaims);
  if (!expected) {
    return check.skip(
      "There is no user ID to compare: no readable ID token, and no uid in the access token.",
    );
  }
  const source = `the ${expected.token}’s ${expected.claim}`;
  return subject === expected.value
    ? check.pass(`UserInfo’s sub is the same as ${source}.`)
    : check.fail(
        `UserInfo’s sub is ${quoteValue(subject)}, but ${source} is ${quoteValue(expected.value)}. UserInfo is about another user.`,
      );
}

function findUserId(idTokenClaims: JsonObject | undefined, accessTokenClaims: JsonObject = {}) {
  if (idTokenClaims) {
    return { token: "ID token", claim: "sub", value: findMember(idTokenClaims, "sub") };
  }
  const uid = findMember(accessTokenClaims, "uid");
  return uid === undefined ? undefined : { token: "access token", claim: "uid", value: uid };
}

/** The `WWW-Authenticate` header has more details than the body, but is readable only if CORS exposes it. */
function parseRefusal({ status, headers, body }: JsonResponse): UserInfoAnswer {
  const challenge = parseChallenge(headers.get("www-authenticate") ?? "");
  const find = (name: string) => challenge.get(name) ?? (body && findString(body.claims, name));
  return { kind: "refused", status, error: find("error"), description: find("error_description") };
}

/** A normal challenge is one line. The regular expression takes quadratic time on unclosed quotes. */
const maxChallengeLength = 4096;

/** Returns a challenge's parameters by lower-case name: RFC 9110 §11.2, §5.6.4 (quoted strings). */
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
