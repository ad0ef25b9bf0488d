import { base64url } from "jose";
import type { Application, ClientSettings } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import {
  isRedirectUri,
  redirectUriRule,
  separateStartUris,
} from "../../../rules/authorize/redirect-uris.ts";
import type { Org } from "../../state/org.ts";
import { ApiError, invalid, refuseCauses } from "../api-error.ts";
import { mapPolicies } from "../authorization-servers/map-policies.ts";
import { createCollection, nameEvents } from "../collection.ts";
import { omit } from "../common-schemas.ts";
import { listEntries } from "../import-problems.ts";
import { link } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { type Part, partIn, wholeOrg } from "../part.ts";
import { type AppBody, appBodySchema } from "./app-body.ts";
import { listAssignedPeople } from "./assigned-people.ts";
import { renderApp, renderAppWithSecret } from "./render-app.ts";
import { findSettingsProblems } from "./settings-problems.ts";

export const appPath = "/api/v1/apps/:appId";

const collection = createCollection<Application, typeof appBodySchema>({
  path: appPath,
  type: "AppInstance",
  target: [({ label }) => label],
  idPrefix: "0oa",
  events: nameEvents("application.lifecycle", "application"),
  items: partIn(wholeOrg, "applications"),
  listing: {
    pageSize: 20,
    q: { match: "start", of: ({ label }) => [label, "oidc_client"] },
    /** `filter` and `search` can use `user.id`, also of users who are assigned through a group, and `group.id`. */
    filterOn: (application, configuration) => ({
      user: listAssignedPeople(configuration, application).map(({ id }) => ({ id })),
      group: application.assignments.groups.map(({ id }) => ({ id })),
    }),
  },
  createdStatus: 200,
  body: appBodySchema,
  object: "app",
  build: (body, { before, stamps, request }) => {
    refuseCauses("app", findSettingsProblems(body));
    return {
      status: request.c.req.query("activate") === "false" ? "INACTIVE" : "ACTIVE",
      groupsClaim: null,
      federatedClaims: [],
      assignments: { users: [], groups: [] },
      ...(before && omit(before, (name) => resetIfMissing.has(name))),
      ...stamps,
      ...describeApp(request.org, stamps.id, body, before),
    };
  },
  unique: [["credentials.oauthClient.client_id", findClientId]],
  listProblems: ({ settings: { oauthClient } }) =>
    (["redirect_uris", "post_logout_redirect_uris"] as const).flatMap((name) =>
      listEntries(`settings.oauthClient.${name}`, oauthClient[name])
        .filter(([, uri]) => !isRedirectUri(uri))
        .map(([at]) => `${at}: ${redirectUriRule}`),
    ),
  checkDelete: ({ status }) => {
    if (status === "ACTIVE") throw new ApiError(403, "E0000056", "Delete application forbidden.");
  },
  afterDelete: withoutInPolicies,
  lifecycle: { render: () => ({}) },
  render: renderApp,
  renderSaved: renderAppWithSecret,
});

/** @see Okta: Applications API; Okta: Application SSO Credential OAuth 2.0 Client Secrets API */
export const apps: Resource & Part<Application> = {
  ...collection,
  routes: [...collection.routes, ["GET", `${appPath}/credentials/secrets`, listSecrets]],
  // A change of the app or of a part, such as an assignment, updates the app's `lastUpdated`.
  put: (configuration, request, application) =>
    collection.put(configuration, request, { ...application, lastUpdated: request.now }),
};

export const assignments: Part<Application["assignments"]> = partIn(apps, "assignments");

export async function changeApp(
  request: ManagementRequest,
  change: Partial<Application>,
): Promise<Application> {
  const changed = await request.org.changeConfiguration((latest) =>
    apps.put(latest, request, { ...apps.find(latest, request), ...change }),
  );
  return apps.find(changed, request);
}

/** An app has at most one secret. At Okta, it can have two during a rotation. */
function listSecrets(request: ManagementRequest): Promise<Response> {
  const application = apps.find(request.configuration, request);
  const { id, credentials } = application;
  const { client_secret } = credentials.oauthClient;
  const { created = defaultCreatedAt, lastUpdated = created } = application;
  const secretId = `ocs${id.slice(3)}`;
  const self = `${request.org.baseUrl}/api/v1/apps/${id}/credentials/secrets/${secretId}`;
  const secret = {
    id: secretId,
    created,
    lastUpdated,
    status: "ACTIVE",
    client_secret,
    _links: { deactivate: link(`${self}/lifecycle/deactivate`, "POST") },
  };
  return sendList(request, client_secret === undefined ? [] : [secret], (it) => it, 20);
}

function findClientId({ credentials }: Application): string {
  return credentials.oauthClient.client_id;
}

function withoutInPolicies(configuration: Configuration, application: Application): Configuration {
  const clientId = findClientId(application);
  return mapPolicies(configuration, ({ conditions: { clients }, ...policy }) => ({
    ...policy,
    conditions: { clients: { include: clients.include.filter((it) => it !== clientId) } },
  }));
}

const resetIfMissing: ReadonlySet<string> = new Set([
  "accessibility",
  "visibility",
  "withoutStartUris",
]);

/** As at Okta, PUT resets missing members to their defaults, except token rotation, client ID and secret. */
function describeApp(
  org: Org,
  id: string,
  { label, profile, settings, credentials, accessibility, visibility }: AppBody,
  before: Application | undefined,
) {
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

/** By default, only single-page apps rotate. @see Okta: Refresh access tokens; Okta: Applications API, `leeway` */
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

/** The client ID defaults to the app's ID, and can't change. A secret is created if needed. */
function describeCredentials(
  id: string,
  { oauthClient }: AppBody["credentials"],
  { application_type }: AppBody["settings"]["oauthClient"],
  before: Application | undefined,
): Application["credentials"]["oauthClient"] {
  const known = before?.credentials.oauthClient;
  const { client_id = known?.client_id ?? id, token_endpoint_auth_method: method } = oauthClient;
  if (known && client_id !== known.client_id)
    throw invalid("app", [
      "credentials.oauthClient.client_id: An app's client ID can't be changed",
    ]);
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

function createSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(48)));
}
