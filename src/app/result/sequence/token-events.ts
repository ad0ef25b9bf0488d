import { type IssuedTokens, tokenEndpointTokens } from "../../issued-tokens.ts";
import type { TokenRequestState } from "../../run.ts";
import { writeShort } from "../claims/VisibleText.tsx";
import type {
  Payload,
  SequenceEvent,
  SequenceInput,
  SequenceMessage,
  SequenceNote,
} from "./sequence.ts";
import { buildTokenPayloads } from "./token-payloads.ts";

export function buildTokenEvents({ run, leftOut }: SequenceInput): readonly SequenceEvent[] {
  const { tokenRequest, request } = run;
  if (!tokenRequest) return [];
  switch (tokenRequest.status) {
    case "sending": {
      const { tokenEndpoint } = tokenRequest;
      if (tokenEndpoint === undefined) return [note("The token request is being prepared.")];
      return [
        describeRequest(tokenEndpoint, request?.orgUrl),
        note("Waiting for the token endpoint’s response."),
      ];
    }
    case "unsent":
      return describeUnsent(tokenRequest, request?.orgUrl);
    case "sent": {
      const sent = describeRequest(tokenRequest.tokenEndpoint, request?.orgUrl);
      const tokens = tokenEndpointTokens(run);
      const payloads = tokens ? buildTokenPayloads(run, tokens, leftOut) : [];
      return [sent, describeExchange(tokenRequest, tokens, payloads)];
    }
    default:
      return tokenRequest satisfies never;
  }
}

function describeRequest(tokenEndpoint: string, orgUrl: string | undefined): SequenceMessage {
  const isOwn = orgUrl !== undefined && tokenEndpoint.startsWith(`${orgUrl}/`);
  return {
    kind: "message",
    from: "browser",
    to: "token-endpoint",
    title: `POST ${writeShort(isOwn ? tokenEndpoint.slice(orgUrl.length) : tokenEndpoint)}`,
    details: ["grant_type=authorization_code, with the code and its code_verifier"],
    look: "plain",
    payloads: [],
    target: "token-request",
  };
}

function describeUnsent(
  { reason, tokenEndpoint }: Extract<TokenRequestState, { status: "unsent" }>,
  orgUrl: string | undefined,
): readonly SequenceEvent[] {
  switch (reason) {
    case "not_started":
      return [note("The code was not exchanged yet: the token request was not sent.")];
    case "interrupted":
      return [
        ...(tokenEndpoint === undefined
          ? []
          : [{ ...describeRequest(tokenEndpoint, orgUrl), look: "unsure" } as const]),
        note("You left the page before a response arrived. The code may be used up."),
      ];
    case "foreign_endpoint":
      return [
        note("Not sent: the token endpoint is on another host, and waits for your permission."),
      ];
    case "check_failed":
      return [note("Not sent: a check of the response failed.", "failed")];
    case "no_verifier":
      return [note("Not sent: this tab has no verifier for the code.", "failed")];
    default:
      return reason satisfies never;
  }
}

function describeExchange(
  { exchange }: Extract<TokenRequestState, { status: "sent" }>,
  tokens: IssuedTokens | undefined,
  payloads: readonly Payload[],
): SequenceEvent {
  const message = {
    kind: "message",
    from: "token-endpoint",
    to: "browser",
    details: [],
    payloads,
    target: "token-request",
  } as const;
  switch (exchange.kind) {
    case "success":
      return {
        ...message,
        title: tokens?.idToken ? "200, both tokens" : "200, an access token",
        look: "plain",
        payloads: [
          ...payloads,
          ...(exchange.refreshToken === undefined
            ? []
            : [{ name: "Refresh token", tag: "opaque", target: "token-request" } as const]),
        ],
      };
    case "error":
      return {
        ...message,
        title: `${exchange.status}, error: ${writeShort(exchange.error)}`,
        look: "failed",
      };
    case "unreadable":
      return {
        ...message,
        title: `${exchange.status}, a response that can’t be used`,
        look: "failed",
      };
    case "unreachable":
      return note(unreachable[exchange.because], "failed");
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

function note(text: string, look: SequenceNote["look"] = "plain"): SequenceNote {
  return { kind: "note", at: "token-endpoint", text, look, target: "token-request" };
}
