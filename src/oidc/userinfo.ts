import type { Check } from "./check.ts";
import { quoteValue } from "./evidence.ts";
import { fetchJson, type JsonAnswer, type Reach, type Unreachable } from "./fetch-json.ts";
import { type JsonObject, readMember } from "./json.ts";
import type { AccessToken } from "./tokens.ts";

export type UserInfoAnswer =
  | { kind: "claims"; claims: JsonObject }
  | {
      kind: "refused";
      status: number;
      /** `invalid_token` or `insufficient_scope`, mostly: RFC 6750 §3.1. */
      error: string | undefined;
      description: string | undefined;
    }
  | Unreachable
  | { kind: "not_json" };

/**
 * Asks the UserInfo endpoint for the claims that the access token's scopes allow. Never throws.
 *
 * The token is shown to this endpoint and nobody else: a redirect is not followed.
 *
 * @see OpenID Connect Core 1.0 §5.3; RFC 6750 §2.1
 */
export async function fetchUserInfo({
  endpoint,
  accessToken,
  ...reach
}: { endpoint: string; accessToken: AccessToken } & Reach): Promise<UserInfoAnswer> {
  const headers = { Accept: "application/json", Authorization: `Bearer ${accessToken}` };
  const answer = await fetchJson(endpoint, reach, {
    headers,
    cache: "no-store",
    redirect: "error",
  });
  if (answer.kind === "unreachable") return answer;
  if (answer.status !== 200) return readRefusal(answer);
  return answer.body ? { kind: "claims", claims: answer.body } : { kind: "not_json" };
}

/**
 * Checks that UserInfo speaks of the person that the ID token is about; if not, it must not be used.
 *
 * @see OpenID Connect Core 1.0 §5.3.2
 */
export function checkUserInfoSubject({
  userInfoClaims,
  idTokenClaims,
}: {
  userInfoClaims: JsonObject;
  /** `undefined` where no ID token came. */
  idTokenClaims: JsonObject | undefined;
}): Check {
  const check = { id: "userinfo.sub", about: "access_token", name: "UserInfo’s subject" } as const;
  const subject = readMember(userInfoClaims, "sub");
  if (typeof subject !== "string" || subject === "") {
    return {
      ...check,
      status: "fail",
      detail: "UserInfo does not say whom it is about: it has no sub.",
    };
  }
  if (!idTokenClaims) {
    return {
      ...check,
      status: "skipped",
      detail: "No ID token came, so there is no sub to compare.",
    };
  }
  const expected = readMember(idTokenClaims, "sub");
  return subject === expected
    ? { ...check, status: "pass", detail: "UserInfo and the ID token are about the same person." }
    : {
        ...check,
        status: "fail",
        detail: `UserInfo is about ${quoteValue(subject)}, the ID token about ${quoteValue(expected)}: do not use it.`,
      };
}

/** The header says more than the body, but from another origin a page sees it only where the server lets it. */
function readRefusal({ status, headers, body }: JsonAnswer): UserInfoAnswer {
  const challenge = parseChallenge(headers.get("www-authenticate") ?? "");
  const read = (name: string) => {
    const inBody = body && readMember(body, name);
    return challenge.get(name) ?? (typeof inBody === "string" ? inBody : undefined);
  };
  return { kind: "refused", status, error: read("error"), description: read("error_description") };
}

/** Parameters of a challenge, their names in lower case: RFC 9110 §11.2 and §5.6.4 (quoted strings). */
function parseChallenge(header: string): ReadonlyMap<string, string> {
  const parameters = header.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g);
  return new Map(
    Array.from(parameters, ([, name = "", quoted, plain]) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "",
    ]),
  );
}
