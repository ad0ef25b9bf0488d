import { issuedTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import { buildAuthorizationEvents } from "./authorization-events.ts";
import { buildCheckEvents } from "./check-events.ts";
import type { Participant, Sequence, SequenceInput } from "./sequence.ts";
import { buildTokenEvents } from "./token-events.ts";
import { buildUserInfoEvents } from "./user-info-events.ts";

/**
 * Builds the sequence diagram of a run: what the page sent, and what it received. What it can't have seen is a note, or
 * is left out.
 */
export function buildSequence(input: SequenceInput): Sequence {
  const { run } = input;
  return {
    participants: [
      { id: "browser", name: "Browser", details: ["this page"] },
      findSender(run.request),
      ...(run.tokenRequest
        ? [{ id: "token-endpoint", name: "Token endpoint", details: [] } as const]
        : []),
      ...(issuedTokens(run).accessToken || run.userInfo
        ? [{ id: "userinfo", name: "UserInfo", details: [] } as const]
        : []),
    ],
    events: [
      ...buildAuthorizationEvents(input),
      ...buildTokenEvents(input),
      ...buildCheckEvents(input),
      ...buildUserInfoEvents(input),
    ],
  };
}

function findSender(request: SentRequest | undefined): Participant {
  if (!request) return { id: "unknown-sender", name: "Unknown sender", details: [] };
  const { org, orgUrl, server } = request;
  return {
    id: "authorization-server",
    name: "Authorization server",
    details: [
      server.kind === "org" ? "org server" : server.id,
      org === "demo" ? "demo org" : new URL(orgUrl).host,
    ],
  };
}
