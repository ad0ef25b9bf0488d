import { usesCode } from "../../../oidc/authorization-request.ts";
import { authorizationEndpointOf } from "../../../okta/authorization-server.ts";
import { redirectTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { writeShort } from "../claims/VisibleText.tsx";
import {
  eventsAt,
  type SequenceEvent,
  type SequenceInput,
  type SequenceMessage,
} from "./sequence.ts";
import { buildTokenPayloads } from "./token-events.ts";

export function buildAuthorizationEvents(input: SequenceInput): readonly SequenceEvent[] {
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
