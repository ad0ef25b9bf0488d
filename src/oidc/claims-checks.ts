import type { Check, CheckStatus, TokenName } from "./check.ts";
import { quoteValue } from "./evidence.ts";
import { checkHeader } from "./header-checks.ts";
import { type JsonObject, type JsonValue, readMember } from "./json.ts";
import type { DecodedJwt, JwtProblem } from "./jwt.ts";
import { checkTimes } from "./time-checks.ts";

/** What a token is held against. `undefined` where it is not known: no request of this tab matches the answer. */
export type ExpectedValues = {
  issuer: string | undefined;
  clientId: string | undefined;
  nonce: string | undefined;
};

export type IdTokenToCheck = {
  decoded: DecodedJwt;
  expected: ExpectedValues;
  /** Whether an access token came in the same answer. */
  hasAccessToken: boolean;
  /** NumericDate seconds. */
  nowSeconds: number;
  clockToleranceSeconds: number;
};

export type AccessTokenToCheck = {
  decoded: DecodedJwt;
  expected: Pick<ExpectedValues, "issuer">;
  /** Why the token is not the client's to read, as a sentence; `undefined` where it is a JWT for an API. */
  opaqueBecause: string | undefined;
  /** NumericDate seconds. */
  nowSeconds: number;
  clockToleranceSeconds: number;
};

const noRequest = "No request of this tab matches the answer, so what to expect is not known.";

type StateToCheck = {
  /** What this tab waits for; `undefined` where it waits for no answer. */
  expected: string | undefined;
  /** Every `state` of the answer: there should be one. */
  received: readonly string[];
  /** The answer has been here before. */
  isRepeat: boolean;
};

/**
 * Checks that an answer belongs to a request of this tab. Without that, its tokens may be somebody else's, put
 * under this person's eyes by a link.
 *
 * @see RFC 6749 §10.12; OpenID Connect Core 1.0 §3.2.2.8
 */
export function checkState({ expected, received: states, isRepeat }: StateToCheck): Check {
  const check = { id: "request.state", about: "request", name: "State" } as const;
  const [received, ...others] = states;
  if (received === undefined) {
    const detail = "The answer carries no state, so anybody may have sent it.";
    return { ...check, status: "fail", detail };
  }
  if (others.length > 0) {
    const detail = "The answer carries more than one state, so there is no telling whose it is.";
    return { ...check, status: "fail", detail };
  }
  if (isRepeat) {
    const detail =
      "The request of this tab with that state has had its answer already, and an answer counts once.";
    return { ...check, status: "fail", detail };
  }
  if (expected === undefined) {
    const detail =
      "This tab is not waiting for this answer: it belongs to another tab, an old link, or somebody else’s sign-in.";
    return { ...check, status: "fail", detail };
  }
  return received === expected
    ? { ...check, status: "pass", detail: "The answer carries the state that this tab sent." }
    : { ...check, status: "fail", detail: "The answer’s state is not the one that this tab sent." };
}

/**
 * Checks an ID token's header and claims. The signature is not looked at: none of this means anything until that
 * has been verified too.
 *
 * @returns One failed check where the token cannot be decoded; else a check of each claim that has to be there,
 *   and of `nbf`, `azp` and `crit` where they are.
 * @see OpenID Connect Core 1.0 §2, §3.1.3.7 and §3.2.2.11
 */
export function checkIdToken(token: IdTokenToCheck): readonly Check[] {
  const { decoded, expected, hasAccessToken } = token;
  const about = "id_token";
  if (decoded.kind === "undecodable") return [checkFormat(about, decoded.problem)];
  const { header, claims } = decoded;
  return [
    ...checkHeader(about, header),
    checkIssuer(about, claims, expected.issuer),
    checkAudience(claims, expected.clientId),
    ...(Object.hasOwn(claims, "azp") ? [checkAuthorizedParty(claims, expected.clientId)] : []),
    ...checkTimes({ ...token, about, claims }),
    checkSubject(claims),
    checkNonce(claims, expected.nonce),
    ...(hasAccessToken ? [checkAccessTokenHashIsThere(claims)] : []),
  ];
}

/**
 * Checks an access token that is a JWT, as far as a client can. Whether it is good for an API is for that API to
 * say.
 *
 * @see RFC 9068 §4
 */
export function checkAccessToken(token: AccessTokenToCheck): readonly Check[] {
  const { decoded, expected, opaqueBecause } = token;
  const about = "access_token";
  if (opaqueBecause !== undefined) {
    return [
      {
        id: "access_token.format",
        about,
        name: "Opaque",
        status: "skipped",
        detail: opaqueBecause,
      },
    ];
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
      detail: `It is for ${quoteValue(readMember(claims, "aud"))}, and only that API can say whether it is meant.`,
    },
    ...checkTimes({ ...token, about, claims }),
  ];
}

function checkFormat(about: TokenName, problem: JwtProblem): Check {
  const check = { id: `${about}.format`, about, name: "Format" };
  return problem.code === "encrypted"
    ? {
        ...check,
        status: "skipped",
        detail: "It is encrypted, and only whoever has the key can look inside and check it.",
      }
    : {
        ...check,
        status: "fail",
        detail: "It is not a readable JSON Web Token, so nothing in it can be checked.",
      };
}

function checkIssuer(about: TokenName, claims: JsonObject, expected: string | undefined): Check {
  const issuer = readMember(claims, "iss");
  return compare({ id: `${about}.iss`, about, name: "Issuer" }, "iss", issuer, expected);
}

/** More audiences than the client would have to be trusted one by one; Okta names the client alone. */
function checkAudience(claims: JsonObject, clientId: string | undefined): Check {
  const audience = readMember(claims, "aud");
  const only = Array.isArray(audience) && audience.length === 1 ? audience[0] : audience;
  return compare(
    { id: "id_token.aud", about: "id_token", name: "Audience" },
    "aud",
    only,
    clientId,
  );
}

function checkAuthorizedParty(claims: JsonObject, clientId: string | undefined): Check {
  const party = readMember(claims, "azp");
  return compare(
    { id: "id_token.azp", about: "id_token", name: "Authorized party" },
    "azp",
    party,
    clientId,
  );
}

function checkNonce(claims: JsonObject, expected: string | undefined): Check {
  const check = { id: "id_token.nonce", about: "id_token", name: "Nonce" } as const;
  return compare(check, "nonce", readMember(claims, "nonce"), expected);
}

function compare(
  check: Pick<Check, "id" | "about" | "name">,
  claim: string,
  received: JsonValue | undefined,
  expected: string | undefined,
): Check {
  const status: CheckStatus =
    expected === undefined ? "skipped" : received === expected ? "pass" : "fail";
  const details = {
    skipped: `${noRequest} Its ${claim} is ${quoteValue(received)}.`,
    pass: `Its ${claim} is the expected ${quoteValue(received)}.`,
    fail: `Its ${claim} should be ${quoteValue(expected)}, and is ${quoteValue(received)}.`,
  };
  return { ...check, status, detail: details[status] };
}

/** Required, and at most 255 ASCII characters: OpenID Connect Core 1.0 §2. */
function checkSubject(claims: JsonObject): Check {
  const check = { id: "id_token.sub", about: "id_token", name: "Subject" } as const;
  const subject = readMember(claims, "sub");
  return typeof subject === "string" && /^[\x20-\x7e]{1,255}$/.test(subject)
    ? {
        ...check,
        status: "pass",
        detail: `It is about the person with the ID ${quoteValue(subject)}.`,
      }
    : {
        ...check,
        status: "fail",
        detail: `Its sub should be a person’s ID, and is ${quoteValue(subject)}.`,
      };
}

/** OpenID Connect Core 1.0 §3.2.2.10. Whether the hash is right is for `verifyAccessTokenHash` to say. */
function checkAccessTokenHashIsThere(claims: JsonObject): Check {
  const isThere = Object.hasOwn(claims, "at_hash");
  return {
    id: "id_token.at_hash_present",
    about: "id_token",
    name: "Tie to its access token",
    status: isThere ? "pass" : "fail",
    detail: isThere
      ? "It has an at_hash, as an ID token must that comes with an access token."
      : "An access token came with it, but it has no at_hash, so either of the two may have been exchanged.",
  };
}
