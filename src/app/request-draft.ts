import type { AuthorizationRequest } from "../oidc/authorization-request.ts";
import {
  type AuthorizationServer,
  authorizationEndpointOf,
  parseAuthorizationServerId,
} from "../okta/authorization-server.ts";
import { parseClientId } from "../okta/client-id.ts";
import { parseOktaDomain } from "../okta/okta-domain.ts";
import { type Choice, scopesOf } from "./choice.ts";

/** The client that every demo org starts with. */
export const demoClientId = "0oaoiuhhch8VRtBnC0h7";

export type FieldName = "domain" | "clientId" | "authorizationServerId";

/** The request as far as the choice gives it. It can be sent when `problems` is empty. */
export type RequestDraft = {
  orgUrl: string;
  server: AuthorizationServer;
  request: AuthorizationRequest;
  /** A sentence for each field that keeps the request from being sent. */
  problems: Partial<Record<FieldName, string>>;
  /** What was made of the domain, where that is not what was typed. */
  notes: readonly string[];
};

type Circumstances = {
  demoOrgUrl: string;
  redirectUri: string;
  state: string;
  nonce: string;
};

/**
 * Makes the authorization request that a choice means. Where something is missing or cannot be read, its place
 * in the URL is held by a name in braces, so that the URL can form while the person types.
 */
export function draftRequest(choice: Choice, circumstances: Circumstances): RequestDraft {
  const { demoOrgUrl, ...rest } = circumstances;
  const problems: RequestDraft["problems"] = {};
  const own = choice.org === "own" ? readOwnOrg(choice, problems) : undefined;
  const { orgUrl, clientId, notes } = own ?? {
    orgUrl: demoOrgUrl,
    clientId: demoClientId,
    notes: [],
  };
  const server = readServer(choice, problems);
  return {
    orgUrl,
    server,
    problems,
    notes,
    request: {
      ...rest,
      authorizationEndpoint: authorizationEndpointOf(orgUrl, server),
      clientId,
      responseType: choice.responseType,
      scopes: scopesOf(choice),
    },
  };
}

/**
 * The custom authorization server that a pasted issuer names (`https://dev-123.okta.com/oauth2/default`), as a
 * change of the choice: whoever pastes an issuer means its server.
 */
export function serverNamedIn(domain: string): Partial<Choice> {
  const reading = parseOktaDomain(domain);
  if (reading.kind !== "org" || reading.authorizationServerId === undefined) return {};
  return { server: "custom", authorizationServerId: reading.authorizationServerId };
}

function readOwnOrg(choice: Choice, problems: RequestDraft["problems"]) {
  const domain = parseOktaDomain(choice.domain);
  if (domain.kind === "empty")
    problems.domain = "Enter your org’s domain, such as dev-123.okta.com.";
  if (domain.kind === "not_an_org") problems.domain = domain.problem;
  const clientId = parseClientId(choice.clientId);
  if (clientId.kind === "empty") {
    problems.clientId = "Enter the Client ID from the General tab of your app integration.";
  }
  if (clientId.kind === "problem") problems.clientId = clientId.problem;
  return {
    orgUrl: domain.kind === "org" ? domain.orgUrl : "https://{yourOktaDomain}",
    clientId: clientId.kind === "ok" ? clientId.clientId : "{clientId}",
    notes: domain.kind === "org" ? domain.notes : [],
  };
}

function readServer(choice: Choice, problems: RequestDraft["problems"]): AuthorizationServer {
  if (choice.server === "org") return { kind: "org" };
  const id = parseAuthorizationServerId(choice.authorizationServerId);
  if (id.kind === "ok") return { kind: "custom", id: id.id };
  problems.authorizationServerId =
    id.kind === "empty"
      ? "Enter the server’s ID: default, or the one that begins with aus under Security > API."
      : id.problem;
  return { kind: "custom", id: "{authorizationServerId}" };
}
