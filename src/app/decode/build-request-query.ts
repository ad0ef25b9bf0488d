import type { AuthorizeUrl } from "../../okta/authorize-url.ts";
import type { ChangedRequest } from "../../okta/reason.ts";
import { buildChoiceQuery, initialChoice, type RequestChoice } from "../request-choice.ts";
import type { InferredRequest } from "./infer-request.ts";

/** @returns `undefined` if the tokens don't tell the org or the app. */
export function buildInferredQuery(
  { issuer, clientId, scopes, responseTypes }: InferredRequest,
  demoOrgUrl: string,
  change: ChangedRequest = {},
): string | undefined {
  if (!issuer || clientId === undefined) return undefined;
  const responseType = change.responseType ?? responseTypes[0];
  const chosenScopes = change.scopes ?? scopes;
  return buildQuery({
    ...chooseOrg(issuer.orgUrl, clientId, demoOrgUrl),
    ...chooseServer(change.server ?? issuer.server),
    responseType,
    ...(chosenScopes && { scopes: chosenScopes }),
  });
}

export function buildPastedQuery(
  { orgUrl, clientId, server, responseType, scopes }: AuthorizeUrl,
  demoOrgUrl: string,
): string | undefined {
  if (orgUrl === undefined || !responseType) return undefined;
  return buildQuery({
    ...chooseOrg(orgUrl, clientId, demoOrgUrl),
    ...chooseServer(server),
    responseType,
    scopes,
  });
}

function buildQuery(choice: Partial<RequestChoice>): string {
  return buildChoiceQuery({ ...initialChoice, ...choice });
}

function chooseOrg(orgUrl: string, clientId: string, demoOrgUrl: string): Partial<RequestChoice> {
  return orgUrl === demoOrgUrl
    ? { org: "demo" }
    : { org: "own", domain: orgUrl.replace(/^https:\/\//, ""), clientId };
}

function chooseServer(server: InferredServer): Partial<RequestChoice> {
  return server.kind === "custom"
    ? { server: "custom", authorizationServerId: server.id }
    : { server: "org" };
}

type InferredServer = AuthorizeUrl["server"];
