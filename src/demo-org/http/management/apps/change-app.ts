import { base64url } from "jose";
import type { Application, ClientSettings } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { separateStartUris } from "../../../rules/authorize/redirect-uris.ts";
import type { Org } from "../../state/org.ts";
import { ApiError } from "../api-error.ts";
import { createId } from "../identifiers.ts";
import type { ManagementRequest } from "../management-request.ts";
import { prepareAppAnswers, renderAppWithSecret } from "./app-answers.ts";
import { type AppBody, readAppBody } from "./app-body.ts";
import { changeApp, findApp } from "./find-app.ts";
import { withoutApp } from "./without-app.ts";

/** `POST /api/v1/apps`. A new app has no assignments. */
export async function createApp({ c, org }: ManagementRequest): Promise<Response> {
  const body = await readAppBody(c);
  const id = createId("0oa");
  const created = new Date(org.clock()).toISOString();
  const application: Application = {
    ...describeApp(org, id, body, undefined),
    id,
    status: c.req.query("activate") === "false" ? "INACTIVE" : "ACTIVE",
    created,
    lastUpdated: created,
    groupsClaim: null,
    federatedClaims: [],
    assignments: { users: [], groups: [] },
  };
  await org.changeConfiguration((latest) => {
    checkClientIdIsFree(latest, application);
    const applications = [...latest.applications, application];
    return { configuration: { ...latest, applications }, result: undefined };
  });
  return c.json(renderAppWithSecret(await prepareAppAnswers(org), application));
}

/**
 * `PUT /api/v1/apps/{appId}`. Missing members get the defaults of a new app, so a missing profile is removed. The
 * refresh token rotation is kept; claims and assignments have their own calls, and are kept too.
 */
export async function replaceApp(request: ManagementRequest): Promise<Response> {
  const { c, org } = request;
  const body = await readAppBody(c);
  const application = await changeApp(request, (before) => ({
    ...describeApp(org, before.id, body, before),
    id: before.id,
    status: before.status,
    ...(before.created !== undefined && { created: before.created }),
    ...(before.authenticationPolicy && { authenticationPolicy: before.authenticationPolicy }),
    groupsClaim: before.groupsClaim,
    federatedClaims: before.federatedClaims,
    assignments: before.assignments,
  }));
  return c.json(renderAppWithSecret(await prepareAppAnswers(org), application));
}

/** `DELETE /api/v1/apps/{appId}`. */
export async function deleteApp({ c, org, param }: ManagementRequest): Promise<Response> {
  await org.changeConfiguration((latest) => {
    const application = findApp(latest, param("appId"));
    if (application.status === "ACTIVE") throw new ApiError({ code: "delete_forbidden" });
    return { configuration: withoutApp(latest, application), result: undefined };
  });
  return c.body(null, 204);
}

/** `POST /api/v1/apps/{appId}/lifecycle/activate` and `deactivate`. */
export async function setAppStatus(
  request: ManagementRequest,
  status: Application["status"],
): Promise<Response> {
  await changeApp(request, (before) => ({ ...before, status }));
  return request.c.json({});
}

type DescribedApp = Omit<
  Application,
  | "id"
  | "status"
  | "created"
  | "lastUpdated"
  | "authenticationPolicy"
  | "groupsClaim"
  | "federatedClaims"
  | "assignments"
>;

/** An app's settings from a body, with defaults. */
function describeApp(
  org: Org,
  id: string,
  { label, profile, settings, credentials, accessibility, visibility }: AppBody,
  before: Application | undefined,
): DescribedApp {
  const { oauthClient, ...appSettings } = settings;
  const signIn = separateStartUris(id, oauthClient.redirect_uris, org);
  const signOut = separateStartUris(id, oauthClient.post_logout_redirect_uris, org);
  return {
    label,
    profile,
    ...(accessibility && { accessibility }),
    ...(visibility && { visibility }),
    ...(signIn.removed.length + signOut.removed.length > 0 && {
      withoutStartUris: { signIn: signIn.removed, signOut: signOut.removed },
    }),
    credentials: { oauthClient: describeCredentials(id, credentials, oauthClient, before) },
    settings: {
      ...appSettings,
      oauthClient: {
        ...oauthClient,
        ...describeRefreshToken(oauthClient, before?.settings.oauthClient),
        redirect_uris: signIn.registered,
        post_logout_redirect_uris: signOut.registered,
      },
    },
  };
}

/**
 * The default refresh token rotation: single-page apps rotate, others don't.
 *
 * @see Okta: Refresh access tokens, "Refresh token rotation"; Okta: Applications API, `refresh_token` (`leeway`)
 */
function describeRefreshToken(
  { application_type, grant_types, refresh_token }: ClientSettings,
  before: ClientSettings | undefined,
): Pick<ClientSettings, "refresh_token"> {
  const known = refresh_token ?? before?.refresh_token;
  if (known) return { refresh_token: known };
  if (!grant_types.includes("refresh_token")) return {};
  const rotation_type = application_type === "browser" ? "ROTATE" : "STATIC";
  return { refresh_token: { rotation_type, leeway: 30 } };
}

/**
 * The client ID is the app's ID unless the body has another one, and can't change. A secret is created if one is needed
 * and none is sent, and is kept afterwards.
 */
function describeCredentials(
  id: string,
  { oauthClient }: AppBody["credentials"],
  { application_type }: AppBody["settings"]["oauthClient"],
  before: Application | undefined,
): Application["credentials"]["oauthClient"] {
  const known = before?.credentials.oauthClient;
  const { client_id = known?.client_id ?? id, token_endpoint_auth_method: method } = oauthClient;
  if (known && client_id !== known.client_id)
    throw new ApiError({
      code: "invalid",
      object: "app",
      causes: ["credentials.oauthClient.client_id: An app's client ID can't be changed"],
    });
  const isPublic = method === "none";
  const needsPkce = isPublic || application_type === "browser" || application_type === "native";
  const { client_secret = known?.client_secret ?? createSecret() } = oauthClient;
  return {
    client_id,
    ...(!isPublic && { client_secret }),
    token_endpoint_auth_method: method,
    pkce_required: oauthClient.pkce_required ?? needsPkce,
    ...(oauthClient.autoKeyRotation !== undefined && {
      autoKeyRotation: oauthClient.autoKeyRotation,
    }),
  };
}

/** Okta's length: 64 characters. */
function createSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(48)));
}

function checkClientIdIsFree({ applications }: Configuration, { credentials }: Application): void {
  const { client_id } = credentials.oauthClient;
  if (applications.some((it) => it.credentials.oauthClient.client_id === client_id))
    throw new ApiError({ code: "taken", object: "client_id", fields: ["client_id"] });
}
