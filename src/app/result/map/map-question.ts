import * as v from "valibot";
import { isSameSet } from "../../../oidc/is-same-set.ts";
import { authorizationServerSchema } from "../../pending-requests.ts";
import type { RequestChoice } from "../../request-choice.ts";
import type { RequestDraft } from "../../request-draft.ts";
import type { Digest } from "./digests.ts";
import { isSameServer, scopesSchema } from "./map-row.ts";

export const mapQuestionSchema = v.object({
  org: v.picklist(["demo", "own"]),
  orgUrl: v.pipe(v.string(), v.url()),
  clientId: v.string(),
  redirectUri: v.string(),
  formServer: v.optional(authorizationServerSchema),
  scopes: scopesSchema,
  /**
   * The scopes last sent to each server that the form doesn't choose. Empty if the form's scopes were not sent to the
   * form's server yet: then the form's scopes are meant for all servers.
   */
  sentScopes: v.pipe(
    v.array(v.object({ server: authorizationServerSchema, scopes: scopesSchema })),
    v.readonly(),
  ),
  login: v.optional(v.string()),
});

export type MapQuestion = v.InferOutput<typeof mapQuestionSchema>;

/** @returns `undefined` while the form has no org to send a request to. */
export function buildMapQuestion(
  form: {
    choice: RequestChoice;
    draft: RequestDraft;
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
    (it) => isSameServer(it.server, server) && isSameSet(it.scopes, request.scopes),
  );
  if (!isSent) return [];
  return ofApp
    .toReversed()
    .filter(
      (it, index, all) => all.findIndex((other) => isSameServer(other.server, it.server)) === index,
    )
    .filter((it) => !isSameServer(it.server, server))
    .map((it) => ({ server: it.server, scopes: it.scopes }));
}

/** Questions with the same key have the same map. The key omits `sentScopes`, which change while the map is filled. */
export function keyOfQuestion(question: MapQuestion): string {
  const { org, orgUrl, clientId, formServer, scopes, login } = question;
  return JSON.stringify([org, orgUrl, clientId, formServer, scopes, login]);
}
