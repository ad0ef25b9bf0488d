import {
  type AuthorizationResponse,
  parseAuthorizationResponse,
  type ResponseProblem,
  statesOf,
  UnreadableResponseError,
} from "../oidc/authorization-response.ts";
import { type DecodedJwt, decodeJwt } from "../oidc/jwt.ts";
import type { AccessToken, IdToken } from "../oidc/tokens.ts";
import type { Run } from "./runs.ts";

type Refusal = Extract<AuthorizationResponse, { kind: "refused" }>;
type AnswerWithIdToken = Extract<AuthorizationResponse, { idToken: IdToken }>;

/** A token as it came, and as far as it can be decoded. Nothing of it is verified here. */
export type ReadIdToken = {
  raw: IdToken;
  decoded: DecodedJwt;
  /** `undefined` where it is alone and nobody here knows what was asked for: the other token may have stayed elsewhere. */
  cameWithAccessToken: boolean | undefined;
};
export type ReadAccessToken = {
  raw: AccessToken;
  decoded: DecodedJwt;
  /** The org server's access tokens are Okta's own business: their content may change any day. */
  isOpaque: boolean;
};

/** What a run came to. */
export type Reading =
  | { kind: "unreadable"; problem: ResponseProblem }
  | { kind: "refused"; refusal: Refusal }
  | {
      kind: "answered";
      idToken: ReadIdToken | undefined;
      accessToken: ReadAccessToken | undefined;
    };

const readings = new Map<string, Reading>();

/** Reads a run's fragment, once a run: a token of a megabyte is not decoded again for each look at it. */
export function readRun(run: Run): Reading {
  const known = readings.get(run.id);
  if (known) return known;
  const reading = read(run);
  readings.set(run.id, reading);
  return reading;
}

/** Lets go of every token that was read. */
export function forgetReadings(): void {
  readings.clear();
}

function read(run: Run): Reading {
  const answer = parse(run.fragment);
  if ("code" in answer) return { kind: "unreadable", problem: answer };
  if (answer.kind === "refused") return { kind: "refused", refusal: answer };
  return {
    kind: "answered",
    idToken: "idToken" in answer ? readIdToken(answer, run) : undefined,
    accessToken: "accessToken" in answer ? readAccessToken(answer.accessToken, run) : undefined,
  };
}

function parse(fragment: string): AuthorizationResponse | ResponseProblem {
  try {
    return parseAuthorizationResponse(fragment);
  } catch (error) {
    if (error instanceof UnreadableResponseError) return error.problem;
    throw error;
  }
}

function readIdToken(answer: AnswerWithIdToken, { request }: Run): ReadIdToken {
  const isAlone = answer.kind === "id_token";
  return {
    raw: answer.idToken,
    decoded: decodeJwt(answer.idToken),
    cameWithAccessToken: isAlone && !request ? undefined : !isAlone,
  };
}

function readAccessToken(raw: AccessToken, { request }: Run): ReadAccessToken {
  const decoded = decodeJwt(raw);
  const typ = decoded.kind === "decoded" ? decoded.header.typ : undefined;
  return {
    raw,
    decoded,
    isOpaque: request ? request.server.kind === "org" : typ === "application/okta-internal-at+jwt",
  };
}

/** The response's `state`, where it has exactly one. */
export function stateOf({ fragment }: Pick<Run, "fragment">): string | undefined {
  const [state, ...others] = statesOf(fragment);
  return others.length === 0 ? state : undefined;
}
