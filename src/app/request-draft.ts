import { type AuthorizationRequest, usesCode } from "../oidc/authorization-request.ts";
import {
  type AuthorizationServer,
  authorizationEndpointOf,
  issuerOf,
  parseAuthorizationServerId,
} from "../okta/authorization-server.ts";
import { parseClientId } from "../okta/client-id.ts";
import { type OktaDomainReading, parseOktaDomain } from "../okta/okta-domain.ts";
import type { RequestChoice } from "./request-choice.ts";

/** The client ID of every fresh demo org. */
export const demoClientId = "0oaoiuhhch8VRtBnC0h7";

export type FieldName = "domain" | "clientId" | "authorizationServerId";

/** The request that the form describes. It can be sent once `problems` is empty. */
export type RequestDraft = {
  orgUrl: string;
  issuer: string;
  /** Set for an org of one's own, once its domain can be parsed. */
  ownOrg: Extract<OktaDomainReading, { kind: "org" }> | undefined;
  server: AuthorizationServer;
  request: AuthorizationRequest;
  /** One sentence for each field that keeps the request from being sent. */
  problems: Partial<Record<FieldName, string>>;
};

export type DraftContext = {
  /** Without a trailing slash. */
  demoOrgUrl: string;
  redirectUri: string;
  state: string;
  nonce: string;
  /** `undefined` until it is computed. */
  codeChallenge: string | undefined;
  /** The username of the demo org's session; `undefined` without one, or while unknown. */
  signedInUser: string | undefined;
};

/**
 * Drafts the authorization request that the form describes. A missing or invalid value is a name in braces in the
 * URL, so that the URL can form while the user types.
 */
export function draftRequest(choice: RequestChoice, context: DraftContext): RequestDraft {
  const { demoOrgUrl, redirectUri, state, nonce, codeChallenge } = context;
  const problems: RequestDraft["problems"] = {};
  const org =
    choice.org === "own"
      ? parseOwnOrg(choice, problems)
      : { orgUrl: demoOrgUrl, clientId: demoClientId, ownOrg: undefined };
  const server = parseServer(choice, problems);
  const { orgUrl, clientId, ownOrg } = org;
  return {
    orgUrl,
    issuer: issuerOf(orgUrl, server),
    ownOrg,
    server,
    problems,
    request: {
      authorizationEndpoint: authorizationEndpointOf(orgUrl, server),
      clientId,
      responseType: choice.responseType,
      scopes: choice.scopes,
      redirectUri,
      state,
      nonce,
      ...(usesCode(choice.responseType) && { codeChallenge: codeChallenge ?? "{code_challenge}" }),
      ...findSignIn(choice, context),
    },
  };
}

/** With a session of another user, only `prompt=login` gets to the sign-in page. */
function findSignIn(
  { org, person }: RequestChoice,
  { signedInUser }: DraftContext,
): Pick<AuthorizationRequest, "loginHint" | "prompt"> {
  if (org !== "demo" || person === "") return {};
  const isSomeoneElse = signedInUser !== undefined && signedInUser !== person;
  return { loginHint: person, ...(isSomeoneElse && { prompt: "login" }) };
}

/**
 * The custom authorization server in a pasted issuer (`https://dev-123.okta.com/oauth2/default`), as a change of the
 * form.
 */
export function findServerInDomain(domain: string): Partial<RequestChoice> {
  const parsed = parseOktaDomain(domain);
  if (parsed.kind !== "org" || parsed.authorizationServerId === undefined) return {};
  return { server: "custom", authorizationServerId: parsed.authorizationServerId };
}

function parseOwnOrg(choice: RequestChoice, problems: RequestDraft["problems"]) {
  const domain = parseOktaDomain(choice.domain);
  if (domain.kind === "empty")
    problems.domain = "Enter your Okta domain, such as dev-123.okta.com.";
  if (domain.kind === "not_an_org") problems.domain = domain.problem;
  const clientId = parseClientId(choice.clientId);
  if (clientId.kind === "empty") {
    problems.clientId = "Enter the client ID from your app’s General tab.";
  }
  if (clientId.kind === "problem") problems.clientId = clientId.problem;
  const ownOrg = domain.kind === "org" ? domain : undefined;
  return {
    orgUrl: ownOrg?.orgUrl ?? "https://{yourOktaDomain}",
    clientId: clientId.kind === "ok" ? clientId.clientId : "{clientId}",
    ownOrg,
  };
}

function parseServer(
  choice: RequestChoice,
  problems: RequestDraft["problems"],
): AuthorizationServer {
  if (choice.server === "org") return { kind: "org" };
  const id = parseAuthorizationServerId(choice.authorizationServerId);
  if (id.kind === "ok") return { kind: "custom", id: id.id };
  problems.authorizationServerId =
    id.kind === "empty"
      ? "Enter the server’s ID: default, or the one that starts with aus in Security > API."
      : id.problem;
  return { kind: "custom", id: "{authorizationServerId}" };
}
