import { type Check, defineCheck, type TokenName } from "./check.ts";
import { checkHeader } from "./header-checks.ts";
import { findMember, type JsonObject, type JsonValue } from "./json.ts";
import type { DecodedJwt, JwtProblem } from "./jwt.ts";
import { quoteValue } from "./quote-value.ts";
import { checkTimes } from "./time-checks.ts";

/** The values that a token should have. Each is `undefined` if no request of this tab matches the response. */
type ExpectedValues = {
  issuer: string | undefined;
  clientId: string | undefined;
  nonce: string | undefined;
};

export type IdTokenToCheck = {
  decoded: DecodedJwt;
  expected: ExpectedValues;
  hasAccessToken: boolean;
  hasCode: boolean;
  nowSeconds: number;
};

type AccessTokenToCheck = {
  decoded: DecodedJwt;
  expected: Pick<ExpectedValues, "issuer">;
  /** Why clients must not interpret the token, as a sentence. `undefined` for a JWT that is meant for an API. */
  opaqueBecause: string | undefined;
  nowSeconds: number;
};

type StateToCheck = {
  expected: string | undefined;
  received: readonly string[];
  /** Whether this tab already received a response with this state. */
  isRepeat: boolean;
};

/** Checks that a response belongs to a request of this tab. @see RFC 6749 §10.12; OpenID Connect Core 1.0 §3.2.2.8 */
export function checkState({ expected, received: states, isRepeat }: StateToCheck): Check {
  const check = defineCheck("request.state", "request", "State");
  const [received, ...others] = states;
  if (received === undefined) {
    return check.fail("The response has no state, so anyone may have sent it.");
  }
  if (others.length > 0) {
    return check.fail("The response has more than one state, so it can’t be matched to a request.");
  }
  if (isRepeat) {
    return check.fail(
      "This tab already received a response with this state. Each response is accepted only once.",
    );
  }
  if (expected === undefined) {
    return check.fail("This tab is not waiting for a response with this state.");
  }
  return received === expected
    ? check.pass("state is the one that this tab sent.")
    : check.fail("state is not the one that this tab sent.");
}

/**
 * Checks an ID token's header and claims. The results prove nothing until the signature is verified, too.
 * @see OpenID Connect Core 1.0 §2, §3.1.3.7, §3.2.2.11, §3.3.2.12
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
    ...(Object.hasOwn(claims, "azp")
      ? [compare(about, "azp", "Authorized party", findMember(claims, "azp"), expected.clientId)]
      : []),
    ...checkTimes({ about, claims, nowSeconds }),
    checkSubject(claims),
    compare(about, "nonce", "Nonce", findMember(claims, "nonce"), expected.nonce),
    ...(hasAccessToken ? [checkHashPresent(claims, accessTokenHash)] : []),
    ...(hasCode ? [checkHashPresent(claims, codeHash)] : []),
  ];
}

/**
 * Checks an access token's header and claims. Checks only the issuer of an opaque token, because the token must not be
 * sent to another issuer's endpoints. @see RFC 9068 §4
 */
export function checkAccessToken(token: AccessTokenToCheck): readonly Check[] {
  const { decoded, expected, opaqueBecause, nowSeconds } = token;
  const about = "access_token";
  if (opaqueBecause !== undefined) {
    const opaque = defineCheck("access_token.format", about, "Opaque").skip(opaqueBecause);
    if (decoded.kind === "undecodable") return [opaque];
    return [checkIssuer(about, decoded.claims, expected.issuer), opaque];
  }
  if (decoded.kind === "undecodable") return [checkFormat(about, decoded.problem)];
  const { header, claims } = decoded;
  return [
    ...checkHeader(about, header),
    checkIssuer(about, claims, expected.issuer),
    defineCheck("access_token.aud", about, "Audience").skip(
      `aud is ${quoteValue(findMember(claims, "aud"))}. Only the API that the token is for can check it.`,
    ),
    ...checkTimes({ about, claims, nowSeconds }),
  ];
}

function checkFormat(about: TokenName, problem: JwtProblem): Check {
  const check = defineCheck(`${about}.format`, about, "Format");
  return problem.code === "encrypted"
    ? check.skip("The token is encrypted. Only the holder of the key can read and check it.")
    : check.fail("The token is not a readable JSON Web Token, so its claims can’t be checked.");
}

function checkIssuer(about: TokenName, claims: JsonObject, expected: string | undefined): Check {
  return compare(about, "iss", "Issuer", findMember(claims, "iss"), expected);
}

/** Okta's `aud` is only the client ID. The client would have to trust any other audience, too. */
function checkAudience(claims: JsonObject, clientId: string | undefined): Check {
  const audience = findMember(claims, "aud");
  const only = Array.isArray(audience) && audience.length === 1 ? audience[0] : audience;
  return compare("id_token", "aud", "Audience", only, clientId);
}

function compare(
  about: TokenName,
  claim: string,
  name: string,
  received: JsonValue | undefined,
  expected: string | undefined,
): Check {
  const check = defineCheck(`${about}.${claim}`, about, name);
  const found =
    received === undefined ? `The token has no ${claim}` : `${claim} is ${quoteValue(received)}`;
  if (expected === undefined) {
    return check.skip(`${found}. This tab has no matching request to compare it with.`);
  }
  if (received === expected) return check.pass(`${found}, as expected.`);
  return check.fail(
    received === undefined
      ? `${found}. It should be ${quoteValue(expected)}.`
      : `${claim} should be ${quoteValue(expected)}, but is ${quoteValue(received)}.`,
  );
}

/** `sub` is required and has at most 255 ASCII characters: OpenID Connect Core 1.0 §2. */
function checkSubject(claims: JsonObject): Check {
  const check = defineCheck("id_token.sub", "id_token", "Subject");
  const subject = findMember(claims, "sub");
  if (typeof subject === "string" && /^[\x20-\x7e]{1,255}$/.test(subject)) {
    return check.pass(`sub is the user ${quoteValue(subject)}.`);
  }
  return check.fail(
    subject === undefined
      ? "The token has no sub, so it doesn’t say who the user is."
      : `sub should be a user ID, but is ${quoteValue(subject)}.`,
  );
}

/** Checks only that `at_hash` is present; `verifyAccessTokenHash` compares its value. OpenID Connect Core 1.0 §3.2.2.10. */
const accessTokenHash = {
  claim: "at_hash",
  name: "Access token hash present",
  pass: "The ID token has an at_hash, which ties the access token to it.",
  fail: "The ID token has no at_hash, so either token may have been replaced.",
};

/** Checks only that `c_hash` is present; `verifyCodeHash` compares its value. OpenID Connect Core 1.0 §3.3.2.11. */
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
  const check = defineCheck(`id_token.${claim}_present`, "id_token", name);
  return Object.hasOwn(claims, claim) ? check.pass(pass) : check.fail(fail);
}

/** Compares `iss` and `sub` of a hybrid flow's two ID tokens. @see OpenID Connect Core 1.0 §3.3.3.6 */
export function checkSameUser(
  ofRedirect: DecodedJwt | undefined,
  ofTokenEndpoint: DecodedJwt | undefined,
): Check | undefined {
  if (ofRedirect?.kind !== "decoded" || ofTokenEndpoint?.kind !== "decoded") return undefined;
  const check = defineCheck("id_token.same_user", "id_token", "Same user");
  const different = ["iss", "sub"].find(
    (name) => findMember(ofRedirect.claims, name) !== findMember(ofTokenEndpoint.claims, name),
  );
  if (different === undefined) return check.pass("Both ID tokens have the same iss and sub.");
  const first = quoteValue(findMember(ofRedirect.claims, different));
  const second = quoteValue(findMember(ofTokenEndpoint.claims, different));
  return check.fail(
    `${different} is ${first} in the redirect’s ID token, but ${second} in the token endpoint’s. The code belongs to another sign-in.`,
  );
}
