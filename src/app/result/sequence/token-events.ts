import type { DecodedJwt } from "../../../oidc/jwt.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { isOpaque } from "../../is-opaque.ts";
import { type IssuedTokens, tokenEndpointTokens } from "../../issued-tokens.ts";
import type { Run, TokenRequestState } from "../../run.ts";
import { writeShort } from "../claims/VisibleText.tsx";
import { judgeRunIdToken } from "../slots/judge-run-id-token.ts";
import {
  eventsAt,
  type Payload,
  type SequenceEvent,
  type SequenceInput,
  type SequenceMessage,
} from "./sequence.ts";

const endpoint = eventsAt("token-endpoint", "token-request");

export function buildTokenEvents({ run, leftOut }: SequenceInput): readonly SequenceEvent[] {
  const { tokenRequest, request } = run;
  if (!tokenRequest) return [];
  const { tokenEndpoint } = tokenRequest;
  const sent = tokenEndpoint === undefined ? [] : [describeRequest(tokenEndpoint, request?.orgUrl)];
  switch (tokenRequest.status) {
    case "sending":
      return sent.length === 0
        ? [endpoint.note("The token request is being prepared.")]
        : [...sent, endpoint.note("Waiting for the token endpoint’s response.")];
    case "unsent": {
      const { reason } = tokenRequest;
      const mayBeSent = reason === "interrupted";
      const hasFailed = ["check_failed", "no_verifier", "other_issuer"].includes(reason);
      return [
        ...(mayBeSent ? sent.map((it) => ({ ...it, look: "unsure" }) as const) : []),
        endpoint.note(unsent[reason], hasFailed ? "failed" : "plain"),
      ];
    }
    case "sent":
      return [...sent, describeExchange(run, tokenRequest, leftOut)];
    default:
      return tokenRequest satisfies never;
  }
}

const unsent = {
  not_started: "The code was not exchanged yet: the token request was not sent.",
  interrupted: "You left the page before a response arrived. The code may be used up.",
  foreign_endpoint:
    "Not sent: the token endpoint is on another host, and waits for your permission.",
  encrypted_id_token:
    "Not sent: the ID token is encrypted, so the code can’t be checked. It waits for your permission.",
  other_issuer: "Not sent: the server’s metadata names another issuer.",
  check_failed: "Not sent: a check of the response failed.",
  no_verifier: "Not sent: this tab has no verifier for the code.",
};

function describeRequest(tokenEndpoint: string, orgUrl: string | undefined): SequenceMessage {
  const isOwn = orgUrl !== undefined && tokenEndpoint.startsWith(`${orgUrl}/`);
  const place = isOwn ? tokenEndpoint.slice(orgUrl.length) : tokenEndpoint;
  return endpoint.send(`POST ${writeShort(place)}`, {
    details: ["grant_type=authorization_code, with the code and its code_verifier"],
  });
}

function describeExchange(
  run: Run,
  { exchange }: Extract<TokenRequestState, { status: "sent" }>,
  leftOut: SequenceInput["leftOut"],
): SequenceEvent {
  switch (exchange.kind) {
    case "success": {
      const hasRefreshToken = exchange.refreshToken !== undefined;
      const tokens = buildTokenPayloads(run, tokenEndpointTokens(run), leftOut);
      const target = "token-request";
      const refreshToken = { name: "Refresh token", tag: "opaque", target } as const;
      return endpoint.receive(exchange.idToken ? "200, both tokens" : "200, an access token", {
        payloads: [...tokens, ...(hasRefreshToken ? [refreshToken] : [])],
      });
    }
    case "error":
      return endpoint.receive(`${exchange.status}, error: ${writeShort(exchange.error)}`, {
        look: "failed",
      });
    case "unreadable":
      return endpoint.receive(`${exchange.status}, a response that can’t be used`, {
        look: "failed",
      });
    case "unreachable":
      return endpoint.note(unreachable[exchange.because], "failed");
    default:
      return exchange satisfies never;
  }
}

const unreachable = {
  failed: "No response that this page could read. The code may be used up.",
  timed_out: "No response in time. The code may be used up.",
  too_large: "It returned more than 1 MB, so the page stopped reading.",
  not_allowed: "Not sent: this deployment of the page works only with other orgs.",
};

export function buildTokenPayloads(
  run: Run,
  tokens: IssuedTokens | undefined,
  leftOut: readonly LeftOutClaim[] | undefined,
): readonly Payload[] {
  if (!tokens) return [];
  const { source, idToken, accessToken } = tokens;
  const payloads: Payload[] = [];
  if (idToken) {
    const { decoded } = idToken;
    const kind = decoded.kind === "decoded" && judgeRunIdToken(run, decoded.claims).kind;
    const known = kind === "fat" ? (leftOut ?? []) : leftOut;
    payloads.push({
      name: "ID token",
      target: "id-token",
      source,
      ...(kind && kind !== "unknown" && { tag: kind }),
      ...describeContent(decoded, known),
    });
  }
  if (accessToken) {
    const { decoded } = accessToken;
    payloads.push({
      name: "Access token",
      target: "access-token",
      source,
      ...describeContent(decoded, []),
      ...(isOpaque(run, decoded) && { tag: "opaque" }),
    });
  }
  return payloads;
}

function describeContent(
  decoded: DecodedJwt,
  leftOut: readonly LeftOutClaim[] | undefined,
): Pick<Payload, "tag" | "weight"> {
  if (decoded.kind === "decoded") return { weight: { members: decoded.members, leftOut } };
  return { tag: decoded.problem.code === "encrypted" ? "encrypted" : "can’t be decoded" };
}
