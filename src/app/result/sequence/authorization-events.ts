import { usesCode } from "../../../oidc/authorization-request.ts";
import { authorizationEndpointOf } from "../../../okta/authorization-server.ts";
import { redirectTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { writeShort } from "../claims/VisibleText.tsx";
import type { Payload, SequenceEvent, SequenceInput, SequenceMessage } from "./sequence.ts";
import { buildTokenPayloads } from "./token-payloads.ts";

export function buildAuthorizationEvents(input: SequenceInput): readonly SequenceEvent[] {
  const { run } = input;
  const { request } = run;
  const before: readonly SequenceEvent[] = request
    ? [
        describeRequest(request),
        {
          kind: "note",
          at: "authorization-server",
          text:
            findParameter(request, "prompt") === "none"
              ? "prompt=none: no sign-in page. The policy check is not visible to this page."
              : "Sign-in and policy check: not visible to this page.",
          look: "plain",
        },
      ]
    : [{ kind: "note", at: "browser", text: describeOrigin(run.origin), look: "failed" }];
  return [...before, describeResponse(input)];
}

function describeRequest(request: SentRequest): SequenceMessage {
  const { orgUrl, server, responseType, scopes, url } = request;
  const prompt = findParameter(request, "prompt");
  return {
    kind: "message",
    from: "browser",
    to: "authorization-server",
    title: `GET ${authorizationEndpointOf(orgUrl, server).slice(orgUrl.length)}`,
    details: [
      `response_type=${responseType}`,
      `scope=${scopes.join(" ")}`,
      ...(usesCode(responseType) ? ["code_challenge: the hash of a verifier that stays here"] : []),
      ...(prompt === undefined ? [] : [`prompt=${prompt}`]),
    ].map(writeShort),
    look: "plain",
    payloads: [],
    ...(url !== undefined && { target: "request" }),
  };
}

function findParameter({ url }: SentRequest, name: string): string | undefined {
  return URL.parse(url ?? "")?.searchParams.get(name) ?? undefined;
}

function describeOrigin(origin: Run["origin"]): string {
  switch (origin) {
    case "requested":
    case "unexpected":
      return "No request from this tab matches this response.";
    case "repeated":
      return "This tab already received a response to that request.";
    case "unstored":
      return "The browser stores nothing for this page, so the request is not known.";
    default:
      return origin satisfies never;
  }
}

function describeResponse({ run, leftOut }: SequenceInput): SequenceMessage {
  const { request, response } = run;
  const place = response.returnedIn === "fragment" ? "URL fragment" : "URL query";
  const message = {
    kind: "message",
    from: request ? "authorization-server" : "unknown-sender",
    to: "browser",
    details: [`In the ${place}: ${listNames(run)}`],
    look: "plain",
    payloads: [] as readonly Payload[],
    target: "response",
  } as const;
  switch (response.kind) {
    case "success": {
      const { code } = response;
      const tokens = redirectTokens(run);
      return {
        ...message,
        title: request ? "Redirect to this page" : "Response",
        payloads: [
          ...(code === undefined ? [] : [{ name: "Code", target: "response" } as const]),
          ...(tokens ? buildTokenPayloads(run, tokens, leftOut) : []),
        ],
      };
    }
    case "error":
      return { ...message, title: `Error: ${writeShort(response.error)}`, look: "failed" };
    case "unreadable":
      return { ...message, title: "A response that can’t be parsed", look: "failed" };
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
