import type { Check, TokenName } from "./check.ts";
import { checkHeader } from "./header-checks.ts";
import { findMember, type JsonObject, type JsonValue } from "./json.ts";
import type { DecodedJwt, JwtProblem } from "./jwt.ts";
import { quoteValue } from "./quote-value.ts";
import { checkTimes } from "./time-checks.ts";

/** What a token is compared with. `undefined` if no request of this tab matches the response. */
export type ExpectedValues = {
  issuer: string | undefined;
  clientId: string | undefined;
  nonce: string | undefined;
};

export type IdTokenToCheck = {
  decoded: DecodedJwt;
  expected: ExpectedValues;
  /** Whether the redirect returned an access token with it, which requires an `at_hash`. */
  hasAccessToken: boolean;
  /** Whether the redirect returned a code with it, which requires a `c_hash`. */
  hasCode: boolean;
  /** NumericDate seconds. */
  nowSeconds: number;
};

type AccessTokenToCheck = {
  decoded: DecodedJwt;
  expected: Pick<ExpectedValues, "issuer">;
  /** Why clients must not interpret the token, as a sentence. `undefined` for a JWT that is meant for an API. */
  opaqueBecause: string | undefined;
  /** NumericDate seconds. */
  nowSeconds: number;
};

type StateToCheck = {
  /** The `state` of the request that this tab waits for. */
  expected: string | undefined;
  /** Every `state` of the response. There should be one. */
  received: readonly string[];
  /** Whether this tab already received a response to that request. */
  isRepeat: boolean;
};

/**
 * Checks that a response belongs to a request of this tab. If not, its tokens may be someone else's, sent by a link.
 *
 * @see RFC 6749 §10.12; OpenID Connect Core 1.0 §3.2.2.8
 */
export function checkState({ expected, received: states, isRepeat }: StateToCheck): Check {
  const check = { id: "request.state", about: "request", name: "State" } as const;
  const [received, ...others] = states;
  if (received === undefined) {
    const detail = "The response has no state, so anyone may have sent it.";
    return { ...check, status: "fail", detail };
  }
  if (others.length > 0) {
    const detail = "The response has more than one state, so it can’t be matched to a request.";
    return { ...check, status: "fail", detail };
  }
  if (isRepeat) {
    const detail =
      "This tab already received a response with this state. Each response is accepted only once.";
    return { ...check, status: "fail", detail };
  }
  if (expected === undefined) {
    const detail =
      "This tab is not waiting for a response. It may belong to another tab, an old link or someone else’s sign-in.";
    return { ...check, status: "fail", detail };
  }
  return received === expected
    ? { ...check, status: "pass", detail: "state is the one that this tab sent." }
    : { ...check, status: "fail", detail: "state is not the one that this tab sent." };
}

/**
 * Checks an ID token's header and claims. They mean nothing until the signature is verified, too.
 *
 * @returns One failed check if the token can't be decoded. Else one check for each required claim, and for `nbf`,
 *   `azp` and `crit` if present.
 * @see OpenID Connect Core 1.0 §2, §3.1.3.7, §3.2.2.11 and §3.3.2.12
 */
export function checkIdToken(token: IdTokenToCheck): readonly Check[] {
  const { decoded, expected, hasAccessToken, hasCode, nowSeconds } = token;
  const about = "id_token";
  if (decoded.kind === "undecodable") return [checkFormat(about, decoded.problem)];
  const { header, claims } = decoded;
  return [
    ...checkHeader(about, header),
    checkIssuer(about, claims, expected.issuer),
    checkAudience(claims, expected.clientId),
    ...(Object.hasOwn(claims, "azp") ? [checkAuthorizedParty(claims, expected.clientId)] : []),
    ...checkTimes({ about, claims, nowSeconds }),
    checkSubject(claims),
    checkNonce(claims, expected.nonce),
    ...(hasAccessToken ? [checkHashPresent(claims, accessTokenHash)] : []),
    ...(hasCode ? [checkHashPresent(claims, codeHash)] : []),
  ];
}

/**
 * Checks an access token as far as a client can. The issuer of an opaque token is checked if it can be decoded: a
 * token of another issuer must not be sent to this one's endpoints. Nothing else of an opaque token is checked.
 *
 * @see RFC 9068 §4
 */
export function checkAccessToken(token: AccessTokenToCheck): readonly Check[] {
  const { decoded, expected, opaqueBecause, nowSeconds } = token;
  const about = "access_token";
  if (opaqueBecause !== undefined) {
    const opaque: Check = {
      id: "access_token.format",
      about,
      name: "Opaque",
      status: "skipped",
      detail: opaqueBecause,
    };
    if (decoded.kind === "undecodable") return [opaque];
    return [checkIssuer(about, decoded.claims, expected.issuer), opaque];
  }
  if (decoded.kind === "undecodable") return [checkFormat(about, decoded.problem)];
  const { header, claims } = decoded;
  return [
    ...checkHeader(about, header),
    checkIssuer(about, claims, expected.issuer),
    {
      id: "access_token.aud",
      about,
      name: "Audience",
      status: "skipped",
      detail: `aud is ${quoteValue(findMember(claims, "aud"))}. Only the API that the token is for can check it.`,
    },
    ...checkTimes({ about, claims, nowSeconds }),
  ];
}

function checkFormat(about: TokenName, problem: JwtProblem): Check {
  const check = { id: `${about}.format`, about, name: "Format" };
  return problem.code === "encrypted"
    ? {
        ...check,
        status: "skipped",
        detail: "The token is encrypted. Only the holder of the key can read and check it.",
      }
    : {
        ...check,
        status: "fail",
        detail: "The token is not a readable JSON Web Token, so its claims can’t be checked.",
      };
}

function checkIssuer(about: TokenName, claims: JsonObject, expected: string | undefined): Check {
  const check = { id: `${about}.iss`, about, name: "Issuer" };
  return compare(check, "iss", findMember(claims, "iss"), expected);
}

/** Okta names only the client. Any further audience would have to be trusted, too. */
function checkAudience(claims: JsonObject, clientId: string | undefined): Check {
  const check = { id: "id_token.aud", about: "id_token", name: "Audience" } as const;
  const audience = findMember(claims, "aud");
  const only = Array.isArray(audience) && audience.length === 1 ? audience[0] : audience;
  return compare(check, "aud", only, clientId);
}

function checkAuthorizedParty(claims: JsonObject, clientId: string | undefined): Check {
  const check = { id: "id_token.azp", about: "id_token", name: "Authorized party" } as const;
  return compare(check, "azp", findMember(claims, "azp"), clientId);
}

function checkNonce(claims: JsonObject, expected: string | undefined): Check {
  const check = { id: "id_token.nonce", about: "id_token", name: "Nonce" } as const;
  return compare(check, "nonce", findMember(claims, "nonce"), expected);
}

function compare(
  check: Pick<Check, "id" | "about" | "name">,
  claim: string,
  received: JsonValue | undefined,
  expected: string | undefined,
): Check {
  const found =
    received === undefined ? `The token has no ${claim}` : `${claim} is ${quoteValue(received)}`;
  if (expected === undefined) {
    const detail = `${found}. No request of this tab matches, so there is nothing to compare it with.`;
    return { ...check, status: "skipped", detail };
  }
  if (received === expected) return { ...check, status: "pass", detail: `${found}, as expected.` };
  const detail =
    received === undefined
      ? `${found}. It should be ${quoteValue(expected)}.`
      : `${claim} should be ${quoteValue(expected)}, but is ${quoteValue(received)}.`;
  return { ...check, status: "fail", detail };
}

/** Required, and at most 255 ASCII characters: OpenID Connect Core 1.0 §2. */
function checkSubject(claims: JsonObject): Check {
  const check = { id: "id_token.sub", about: "id_token", name: "Subject" } as const;
  const subject = findMember(claims, "sub");
  if (typeof subject === "string" && /^[\x20-\x7e]{1,255}$/.test(subject)) {
    return { ...check, status: "pass", detail: `sub names the user ${quoteValue(subject)}.` };
  }
  const detail =
    subject === undefined
      ? "The token has no sub, so it names no user."
      : `sub should be a user ID, but is ${quoteValue(subject)}.`;
  return { ...check, status: "fail", detail };
}

/** OpenID Connect Core 1.0 §3.2.2.10. `verifyAccessTokenHash` compares its value. */
const accessTokenHash = {
  claim: "at_hash",
  name: "Access token hash present",
  pass: "The ID token has an at_hash, which ties the access token to it.",
  fail: "The ID token has no at_hash, so either token may have been replaced.",
};

/** OpenID Connect Core 1.0 §3.3.2.11. `verifyCodeHash` compares its value. */
const codeHash = {
  claim: "c_hash",
  name: "Code hash present",
  pass: "The ID token has a c_hash, which ties the code to it.",
  fail: "The ID token has no c_hash, so the code may have been replaced.",
};

function checkHashPresent(
  claims: JsonObject,
  { claim, name, pass, fail }: typeof accessTokenHash,
): Check {
  const check = { id: `id_token.${claim}_present`, about: "id_token", name } as const;
  return Object.hasOwn(claims, claim)
    ? { ...check, status: "pass", detail: pass }
    : { ...check, status: "fail", detail: fail };
}

/**
 * Checks that both ID tokens of a hybrid flow are about the same user, and from the same issuer.
 *
 * @returns `undefined` if one of them is missing or can't be decoded.
 * @see OpenID Connect Core 1.0 §3.3.3.6
 */
export function checkSameUser(
  ofRedirect: DecodedJwt | undefined,
  ofTokenEndpoint: DecodedJwt | undefined,
): Check | undefined {
  if (ofRedirect?.kind !== "decoded" || ofTokenEndpoint?.kind !== "decoded") return undefined;
  const check = { id: "id_token.same_user", about: "id_token", name: "Same user" } as const;
  const different = ["iss", "sub"].find(
    (name) => findMember(ofRedirect.claims, name) !== findMember(ofTokenEndpoint.claims, name),
  );
  if (different === undefined) {
    const detail = "Both ID tokens have the same iss and sub.";
    return { ...check, status: "pass", detail };
  }
  const first = quoteValue(findMember(ofRedirect.claims, different));
  const second = quoteValue(findMember(ofTokenEndpoint.claims, different));
  const detail = `${different} is ${first} in the redirect’s ID token, but ${second} in the token endpoint’s. The code belongs to another sign-in.`;
  return { ...check, status: "fail", detail };
}
