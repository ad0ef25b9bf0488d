import { type ResponseType, responseTypes } from "../../oidc/authorization-request.ts";
import { findMember, type JsonObject, type JsonValue } from "../../oidc/json.ts";
import type { SuccessResponse } from "../../oidc/parsed-response.ts";
import { type AuthorizationServer, issuerOf } from "../../okta/authorization-server.ts";
import type { AuthorizeUrl } from "../../okta/authorize-url.ts";
import { mayBeFromOkta } from "../../okta/may-be-from-okta.ts";
import { parseOktaDomain } from "../../okta/okta-domain.ts";
import { tokenClaimsOf } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import { findText, type PastedPart } from "./pasted-part.ts";

export type NamedIssuer = {
  issuer: string;
  host: string;
  orgUrl: string;
  server: AuthorizationServer;
};

/** The known parts of the request behind pasted tokens. Unknown parts are `undefined`. */
export type InferredRequest = {
  issuer: NamedIssuer | undefined;
  clientId: string | undefined;
  scopes: readonly string[] | undefined;
  /** Possible response types, most likely first. Never empty. */
  responseTypes: readonly [ResponseType, ...ResponseType[]];
};

/**
 * Infers the request from the claims, the response, and an authorize URL in the same text.
 *
 * @param scopes The scopes that the response names.
 */
export function inferRequest(
  run: Run,
  scopes: readonly string[] | undefined,
  parts: readonly PastedPart[],
): InferredRequest {
  const { idTokenClaims = {}, accessTokenClaims = {} } = tokenClaimsOf(run);
  const issuer = findNamedIssuer(run);
  const clientId = findText(accessTokenClaims, "cid") ?? findText(idTokenClaims, "aud");
  const request = findRequest(run, clientId, parts);
  const granted = scopes ?? listTexts(findMember(accessTokenClaims, "scp"));
  return {
    issuer: issuer ?? (request && toIssuer(request)),
    clientId: clientId ?? request?.clientId,
    scopes: granted ?? request?.scopes,
    responseTypes: request?.responseType ? [request.responseType] : listResponseTypes(run),
  };
}

/** Finds the authorize URL behind the tokens by state. Without a state, by client ID if only one URL has it. */
function findRequest(
  { response }: Run,
  clientId: string | undefined,
  parts: readonly PastedPart[],
): AuthorizeUrl | undefined {
  const requests = parts.flatMap((part) => (part.kind === "request" ? [part.request] : []));
  const stateOf = ({ parameters }: AuthorizeUrl) =>
    parameters.find(({ name }) => name === "state")?.value;
  const [state] = response.states;
  if (state !== undefined) return requests.find((request) => stateOf(request) === state);
  const ofApp = requests.filter((it) => clientId === undefined || it.clientId === clientId);
  return ofApp.length === 1 ? ofApp[0] : undefined;
}

function listResponseTypes({ response, pasted }: Run): InferredRequest["responseTypes"] {
  if (response.kind !== "success") return response.returnedIn === "query" ? ["code"] : ["id_token"];
  const { idToken, accessToken, code, parameters, tokenType } = response;
  const hasHash =
    idToken?.decoded.kind === "decoded" && Object.hasOwn(idToken.decoded.claims, "at_hash");
  if (parameters.length > 0) return [nameRedirect(response, hasHash)];
  if (code !== undefined) return ["code"];
  if (!idToken && accessToken) return ["token", "code"];
  // A token response has a token_type. Tokens that okta-auth-js stored have none, and can be from any flow.
  if (idToken && accessToken && tokenType !== undefined) return ["code"];
  const kind = pasted?.idTokenVerdict.kind;
  // The org server returns a fat token with an at_hash for a code.
  if (kind === "fat") return [hasHash ? "code" : "id_token"];
  return kind === "thin" ? ["id_token token"] : ["id_token token", "code"];
}

/** @param hasHash An `at_hash` shows that the redirect had an access token, which is not in the text. */
function nameRedirect(
  { idToken, accessToken, code }: SuccessResponse,
  hasHash: boolean,
): ResponseType {
  const types = [
    code !== undefined && "code",
    idToken && "id_token",
    (accessToken || hasHash) && "token",
  ].filter((type) => typeof type === "string");
  return responseTypes.find((type) => type === types.join(" ")) ?? "token";
}

/** @returns `undefined` if no token can be decoded, or its issuer can’t be an Okta org’s. */
function findNamedIssuer(run: Run): NamedIssuer | undefined {
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  for (const claims of [idTokenClaims, accessTokenClaims]) {
    const named = claims && parseIssuer(claims);
    if (named) return named;
  }
  const { issuer } = run.response;
  return issuer === undefined ? undefined : parseIssuer({ iss: issuer });
}

function parseIssuer(claims: JsonObject): NamedIssuer | undefined {
  const issuer = mayBeFromOkta(claims) ? findText(claims, "iss") : undefined;
  const domain = issuer === undefined ? undefined : parseOktaDomain(issuer);
  if (issuer === undefined || domain?.kind !== "org") return undefined;
  const { orgUrl, host, authorizationServerId: id } = domain;
  const server: AuthorizationServer = id === undefined ? { kind: "org" } : { kind: "custom", id };
  return issuerOf(orgUrl, server) === issuer ? { issuer, host, orgUrl, server } : undefined;
}

function toIssuer({ orgUrl, server }: AuthorizeUrl): NamedIssuer | undefined {
  if (orgUrl === undefined) return undefined;
  return { issuer: issuerOf(orgUrl, server), host: new URL(orgUrl).host, orgUrl, server };
}

function listTexts(value: JsonValue | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((it) => typeof it === "string") : undefined;
}
