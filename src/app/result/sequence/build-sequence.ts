import { usesCode } from "../../../oidc/authorization-request.ts";
import { authorizationEndpointOf, userInfoEndpointOf } from "../../../okta/authorization-server.ts";
import { foreignKeysCheckId } from "../../checks/foreign-keys.ts";
import { issuedTokens, listIssuedTokens, redirectTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { writeShort } from "../claims/VisibleText.tsx";
import { countChecks, summarizeChecks } from "../details/summarize-checks.ts";
import {
  eventsAt,
  type Participant,
  type Sequence,
  type SequenceEvent,
  type SequenceInput,
  type SequenceMessage,
} from "./sequence.ts";
import { buildTokenEvents, buildTokenPayloads } from "./token-events.ts";

/** Builds the sequence diagram of a run. Events that the page can't have seen become notes, or are left out. */
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

function buildAuthorizationEvents(input: SequenceInput): readonly SequenceEvent[] {
  const { request, origin } = input.run;
  if (!request) {
    return [eventsAt("browser").note(origins[origin], "failed"), describeResponse(input)];
  }
  const isSilent = findParameter(request, "prompt") === "none";
  const signIn = isSilent
    ? "prompt=none: no sign-in page. The policy check is not visible to this page."
    : "Sign-in and policy check: not visible to this page.";
  return [
    describeRequest(request),
    eventsAt("authorization-server").note(signIn),
    describeResponse(input),
  ];
}

function describeRequest(request: SentRequest): SequenceMessage {
  const { orgUrl, server, responseType, scopes, url } = request;
  const prompt = findParameter(request, "prompt");
  const path = authorizationEndpointOf(orgUrl, server).slice(orgUrl.length);
  return eventsAt("authorization-server", url ? "request" : undefined).send(`GET ${path}`, {
    details: [
      `response_type=${responseType}`,
      `scope=${scopes.join(" ")}`,
      ...(usesCode(responseType) ? ["code_challenge: the hash of a verifier that stays here"] : []),
      ...(prompt === undefined ? [] : [`prompt=${prompt}`]),
    ].map(writeShort),
  });
}

function findParameter({ url }: SentRequest, name: string): string | undefined {
  return URL.parse(url ?? "")?.searchParams.get(name) ?? undefined;
}

const unmatched = "No request from this tab matches this response.";

const origins: Record<Run["origin"], string> = {
  requested: unmatched,
  unexpected: unmatched,
  repeated: "This tab already received a response to that request.",
  unstored: "The browser stores nothing for this page, so the request is not known.",
};

function describeResponse({ run, leftOut }: SequenceInput): SequenceMessage {
  const { request, response } = run;
  const place = response.returnedIn === "fragment" ? "URL fragment" : "URL query";
  const details = [`In the ${place}: ${listNames(run)}`];
  const sender = eventsAt(request ? "authorization-server" : "unknown-sender", "response");
  switch (response.kind) {
    case "success": {
      const code = response.code !== undefined && ({ name: "Code", target: "response" } as const);
      const tokens = buildTokenPayloads(run, redirectTokens(run), leftOut);
      return sender.receive(request ? "Redirect to this page" : "Response", {
        details,
        payloads: [...(code ? [code] : []), ...tokens],
      });
    }
    case "error":
      return sender.receive(`Error: ${writeShort(response.error)}`, { details, look: "failed" });
    case "unreadable":
      return sender.receive("A response that can’t be parsed", { details, look: "failed" });
    default:
      return response satisfies never;
  }
}

const maxNames = 8;

function listNames({ response }: Run): string {
  const names = [...new Set(response.parameters.map(({ name }) => name))];
  if (names.length === 0) return "nothing";
  const rest = names.length - maxNames;
  return [...names.slice(0, maxNames).map(writeShort), ...(rest > 0 ? [`${rest} more`] : [])].join(
    ", ",
  );
}

const checking = eventsAt("browser", "checks");
const issuer = eventsAt("authorization-server", "checks");
const userInfoEndpoint = eventsAt("userinfo", "userinfo");

function buildCheckEvents(input: SequenceInput): readonly SequenceEvent[] {
  const { status, results } = input.checks;
  if (status === "running") return [checking.note("Checking signatures…")];
  const failed = countChecks(results, "fail");
  const total = failed + countChecks(results, "pass");
  return [
    ...buildKeyEvents(input),
    failed > 0
      ? checking.note(`${failed} of ${countOf(total, "check")} failed.`, "failed")
      : checking.note(`${summarizeChecks(results)}.`),
  ];
}

/** Without a request or tokens, the page fetched no metadata and no keys. */
function buildKeyEvents({ run, checks: { results } }: SequenceInput): readonly SequenceEvent[] {
  const metadata = results.find(({ id }) => id === "metadata.issuer");
  if (!metadata || !run.request || listIssuedTokens(run).length === 0) return [];
  const areForeign = results.some(({ id }) => id === foreignKeysCheckId);
  // Without the keys, every signature check is skipped.
  const hasKeys = results.some(({ id, status }) => /\.signature$/.test(id) && status !== "skipped");
  const sent = issuer.send(hasKeys ? "GET the metadata, then the keys" : "GET the metadata", {
    details: [".well-known/openid-configuration", ...(hasKeys ? ["its jwks_uri"] : [])],
  });
  const details = areForeign ? ["The keys are on another host, so they were not fetched."] : [];
  const unusable = "The metadata can’t be used, so no signature was checked.";
  const received = {
    skipped: checking.note(unusable, "failed"),
    fail: issuer.receive("Metadata of another issuer", { details, look: "failed" }),
    pass: issuer.receive(hasKeys ? "Metadata and public keys" : "Metadata", { details }),
  };
  return [sent, received[metadata.status]];
}

function buildUserInfoEvents({ run, checks, userInfo }: SequenceInput): readonly SequenceEvent[] {
  const { status, failure, decision } = userInfo;
  const { request, userInfo: claims } = run;
  if (!issuedTokens(run).accessToken && !claims) return [];
  const { send, receive, note } = userInfoEndpoint;
  const path = request
    ? userInfoEndpointOf(request.orgUrl, request.server).slice(request.orgUrl.length)
    : "UserInfo";
  const sent = send(`GET ${path}`, { details: ["Authorization: Bearer, with the access token"] });
  if (checks.results.some((check) => check.id === "userinfo.sub" && check.status === "fail")) {
    return [sent, receive("Claims about another user, dropped", { look: "failed" })];
  }
  if (claims) {
    const weight = { members: claims.members, leftOut: [] };
    const payload = { name: "Claims", weight, target: "userinfo" } as const;
    return [sent, receive("200, claims", { payloads: [payload] })];
  }
  if (status === "calling") return [sent, note("Waiting for the response.")];
  if (status === "failed") {
    const title = failure?.title ?? "The call failed";
    const hasResponded = failure?.hasResponded;
    return [sent, hasResponded ? receive(title, { look: "failed" }) : note(`${title}.`, "failed")];
  }
  return decision.kind === "refuse"
    ? [note("Not called: a check of the response failed.", "failed")]
    : [note("Not called yet.")];
}
