import { type AuthorizationRequest, usesCode } from "../oidc/authorization-request.ts";
import {
  type AuthorizationServer,
  authorizationEndpointOf,
  issuerOf,
  parseAuthorizationServerId,
} from "../okta/authorization-server.ts";
import type { ParsedOwnOrg, parseOwnOrg } from "./own-org.ts";
import type { RequestChoice } from "./request-choice.ts";

/** The client ID of the explorer's app in every new demo org. */
export const demoClientId = "0oaoiuhhch8VRtBnC0h7";

type FieldName = "domain" | "clientId" | "authorizationServerId";

/** The form's request. It can be sent if `problems` is empty. */
export type RequestDraft = {
  orgUrl: string;
  issuer: string;
  /** Set with the user's own org, once its domain can be parsed. */
  ownOrg: ParsedOwnOrg["ownOrg"];
  server: AuthorizationServer;
  request: AuthorizationRequest;
  problems: Partial<Record<FieldName, string>>;
};

type DraftContext = {
  /** The demo org's URL, without a trailing slash. */
  demoOrgUrl: string;
  redirectUri: string;
  parseOwnOrg: typeof parseOwnOrg | undefined;
  state: string;
  nonce: string;
  codeChallenge: string | undefined;
  signedInUser: string | undefined;
};

/** Drafts the form's authorization request. A missing or invalid value is a name in braces, such as `{clientId}`. */
export function draftRequest(choice: RequestChoice, context: DraftContext): RequestDraft {
  const { demoOrgUrl, redirectUri, state, nonce, codeChallenge } = context;
  const org =
    choice.org === "own"
      ? (context.parseOwnOrg?.(choice) ?? unparsedOrg)
      : { orgUrl: demoOrgUrl, clientId: demoClientId, ownOrg: undefined, problems: {} };
  const problems: RequestDraft["problems"] = { ...org.problems };
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

const unparsedOrg: ParsedOwnOrg = {
  orgUrl: "https://{yourOktaDomain}",
  clientId: "{clientId}",
  ownOrg: undefined,
  problems: {
    domain: "The code that checks the domain could not be loaded yet. Check your connection.",
  },
};

/** Finds the parameters that name the user. If another user has a session, only `prompt=login` shows the sign-in page. */
function findSignIn(
  { org, person }: RequestChoice,
  { signedInUser }: DraftContext,
): Pick<AuthorizationRequest, "loginHint" | "prompt"> {
  if (org !== "demo" || person === "") return {};
  const isSomeoneElse = signedInUser !== undefined && signedInUser !== person;
  return { loginHint: person, ...(isSomeoneElse && { prompt: "login" }) };
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
