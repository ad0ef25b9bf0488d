import type { Check } from "./check.ts";
import type { DecodedJwt } from "./jwt.ts";

/** What a token is held against. `undefined` where it is not known: no request of this tab matches the answer. */
export type ExpectedValues = {
  issuer: string | undefined;
  clientId: string | undefined;
  nonce: string | undefined;
};

export type IdTokenToCheck = {
  decoded: DecodedJwt;
  expected: ExpectedValues;
  /** Whether an access token came in the same answer; `undefined` where the ID token stands alone, as a pasted one does. */
  hasAccessToken: boolean | undefined;
  /** NumericDate seconds. */
  now: number;
  clockToleranceSeconds: number;
};

export type AccessTokenToCheck = {
  decoded: DecodedJwt;
  expected: Pick<ExpectedValues, "issuer">;
  /** Why the token is not the client's to read, as a sentence; `undefined` where it is a JWT for an API. */
  opaqueBecause: string | undefined;
  /** NumericDate seconds. */
  now: number;
  clockToleranceSeconds: number;
};

export function checkState(_states: {
  expected: string | undefined;
  received: string | undefined;
}): Check {
  return { id: "request.state", about: "request", name: "State", status: "skipped", detail: "" };
}

export function checkIdToken(_token: IdTokenToCheck): readonly Check[] {
  return [];
}

export function checkAccessToken(_token: AccessTokenToCheck): readonly Check[] {
  return [];
}
