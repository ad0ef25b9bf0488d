import { userInfoEndpointOf } from "../../../okta/authorization-server.ts";
import { foreignKeysCheckId } from "../../checks/foreign-keys.ts";
import { issuedTokens, listIssuedTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import { buildAuthorizationEvents } from "./authorization-events.ts";
import {
  buildMessage,
  buildNote,
  type Participant,
  type Sequence,
  type SequenceEvent,
  type SequenceInput,
  type SequenceMessage,
  type SequenceNote,
} from "./sequence.ts";
import { buildTokenEvents } from "./token-events.ts";

/** Builds the sequence diagram of a run. What the page can't have seen is a note, or is left out. */
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

/** The issuer's metadata and keys, if the page fetched them, and the result of the checks. */
function buildCheckEvents(input: SequenceInput): readonly SequenceEvent[] {
  const { status, results } = input.checks;
  if (status === "running")
    return [buildNote("browser", "Checking signatures…", "plain", "checks")];
  const count = (it: "pass" | "fail") => results.filter((check) => check.status === it).length;
  const [passed, failed] = [count("pass"), count("fail")];
  return [
    ...buildKeyEvents(input),
    failed > 0
      ? buildNote("browser", `${failed} of ${passed + failed} checks failed.`, "failed", "checks")
      : buildNote("browser", `${passed} of ${passed} checks pass.`, "plain", "checks"),
  ];
}

/** Without a request or tokens, nothing was fetched. */
function buildKeyEvents({ run, checks: { results } }: SequenceInput): readonly SequenceEvent[] {
  const metadata = results.find(({ id }) => id === "metadata.issuer");
  if (!metadata || !run.request || listIssuedTokens(run).length === 0) return [];
  const areForeign = results.some(({ id }) => id === foreignKeysCheckId);
  // Without the keys, no signature passes or fails.
  const hasKeys = results.some(({ id, status }) => /\.signature$/.test(id) && status !== "skipped");
  const sent = buildMessage(
    "browser",
    "authorization-server",
    hasKeys ? "GET the metadata, then the keys" : "GET the metadata",
    {
      details: [".well-known/openid-configuration", ...(hasKeys ? ["its jwks_uri"] : [])],
      target: "checks",
    },
  );
  const receive = (title: string, rest: Partial<SequenceMessage>) =>
    buildMessage("authorization-server", "browser", title, { target: "checks", ...rest });
  const details = areForeign ? ["The keys are on another host, so they were not fetched."] : [];
  switch (metadata.status) {
    case "skipped": {
      const text = "The metadata can’t be used, so no signature was checked.";
      return [sent, buildNote("browser", text, "failed", "checks")];
    }
    case "fail":
      return [sent, receive("Metadata of another issuer", { details, look: "failed" })];
    case "pass":
      return [sent, receive(hasKeys ? "Metadata and public keys" : "Metadata", { details })];
    default:
      return metadata.status satisfies never;
  }
}

function buildUserInfoEvents(input: SequenceInput): readonly SequenceEvent[] {
  const { run, checks } = input;
  const { status, failure, decision } = input.userInfo;
  const { request, userInfo } = run;
  if (!issuedTokens(run).accessToken && !userInfo) return [];
  const path = request
    ? userInfoEndpointOf(request.orgUrl, request.server).slice(request.orgUrl.length)
    : "UserInfo";
  const target = "userinfo";
  const sent = buildMessage("browser", target, `GET ${path}`, {
    details: ["Authorization: Bearer, with the access token"],
    target,
  });
  const receive = (title: string, rest: Partial<SequenceMessage>) =>
    buildMessage(target, "browser", title, { target, ...rest });
  const note = (text: string, look?: SequenceNote["look"]) => buildNote(target, text, look, target);
  if (checks.results.some((check) => check.id === "userinfo.sub" && check.status === "fail")) {
    return [sent, receive("Claims about another user, dropped", { look: "failed" })];
  }
  if (userInfo) {
    const weight = { members: userInfo.members, leftOut: [] };
    return [sent, receive("200, claims", { payloads: [{ name: "Claims", weight, target }] })];
  }
  switch (status) {
    case "not-called":
      return decision.kind === "refuse"
        ? [note("Not called: a check of the response failed.", "failed")]
        : [note("Not called yet.")];
    case "calling":
      return [sent, note("Waiting for the response.")];
    case "failed": {
      const title = failure?.title ?? "The call failed";
      const hasResponded = failure?.hasResponded;
      return [
        sent,
        hasResponded ? receive(title, { look: "failed" }) : note(`${title}.`, "failed"),
      ];
    }
    default:
      return status satisfies never;
  }
}
