import type { AuthorizationServer } from "../../../okta/authorization-server.ts";
import type { RequestChoice } from "../../request-choice.ts";
import type { RequestDraft } from "../../request-draft.ts";
import type { Digest } from "./digests.ts";
import { hasSameScopes, isSameServer } from "./map-row.ts";

/** What decides about the rows of a map and their predictions. */
export type MapQuestion = {
  org: "demo" | "own";
  orgUrl: string;
  clientId: string;
  redirectUri: string;
  /** The custom server of the form, if it is chosen there and has a valid ID. */
  formServer: AuthorizationServer | undefined;
  /** Of the form. */
  scopes: readonly string[];
  /**
   * Scopes of servers that the form does not choose: those of the newest digest, as long as the form's own request was
   * sent with the form's scopes. Once the scopes are changed there, they are meant for all servers.
   */
  sentScopes: readonly { server: AuthorizationServer; scopes: readonly string[] }[];
  /** Demo org: who signs in. */
  login: string | undefined;
};

/** @returns `undefined` while the form has no org to send a request to. */
export function buildMapQuestion(
  form: {
    choice: RequestChoice;
    draft: RequestDraft;
    /** The demo org's session. */
    signedInUser: string | undefined;
  },
  digests: readonly Digest[],
): MapQuestion | undefined {
  const { choice, draft, signedInUser } = form;
  const { orgUrl, problems, server, request } = draft;
  if (problems.domain !== undefined || problems.clientId !== undefined) return undefined;
  const { clientId, scopes, redirectUri } = request;
  const isCustom = server.kind === "custom" && problems.authorizationServerId === undefined;
  return {
    org: choice.org,
    orgUrl,
    clientId,
    redirectUri,
    formServer: isCustom ? server : undefined,
    scopes,
    sentScopes: findSentScopes(draft, digests),
    login: choice.org === "demo" ? choice.person || signedInUser : undefined,
  };
}

function findSentScopes(
  { orgUrl, server, request }: RequestDraft,
  digests: readonly Digest[],
): MapQuestion["sentScopes"] {
  const ofApp = digests.filter((it) => it.orgUrl === orgUrl && it.clientId === request.clientId);
  const isSent = ofApp.some(
    (it) => isSameServer(it.server, server) && hasSameScopes(it.scopes, request.scopes),
  );
  if (!isSent) return [];
  const found: { server: AuthorizationServer; scopes: readonly string[] }[] = [];
  for (const digest of ofApp.toReversed()) {
    const isKnown = found.some((it) => isSameServer(it.server, digest.server));
    if (!isKnown && !isSameServer(digest.server, server)) found.push(digest);
  }
  return found.map((it) => ({ server: it.server, scopes: it.scopes }));
}

/**
 * Two questions with one key are about the same map. The scopes that were sent follow from it, and change while it is
 * filled.
 */
export function keyOfQuestion(question: MapQuestion): string {
  const { org, orgUrl, clientId, formServer, scopes, login } = question;
  return JSON.stringify([org, orgUrl, clientId, formServer, scopes, login]);
}
