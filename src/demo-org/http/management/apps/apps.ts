import { base64url } from "jose";
import type { Application, ClientSettings } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import {
  isRedirectUri,
  redirectUriRule,
  separateStartUris,
} from "../../../rules/authorize/redirect-uris.ts";
import { describeNamed } from "../../log/path-targets.ts";
import type { Org } from "../../state/org.ts";
import { ApiError, invalid, taken } from "../api-error.ts";
import { buildRoutes, type Collection, findById, replaceById } from "../collection.ts";
import { selectMatching } from "../filter/select-matching.ts";
import { listEntries, listIdProblems, listRepeated } from "../import-problems.ts";
import { link } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { filterByText, sendList } from "../paging.ts";
import { type AppBody, parseAppBody } from "./app-body.ts";
import { listAssignedPeople } from "./assigned-people.ts";
import { loadAppContext, renderApp, renderAppWithSecret } from "./render-app.ts";

const path = "/api/v1/apps";
export const appPath = `${path}/:appId`;

const collection: Collection<Application, AppBody> = {
  path: appPath,
  type: "AppInstance",
  idPrefix: "0oa",
  events: {
    create: ["application.lifecycle.create", "Create application"],
    replace: ["application.lifecycle.update", "Update application"],
    delete: ["application.lifecycle.delete", "Delete application"],
    activate: ["application.lifecycle.activate", "Activate application"],
    deactivate: ["application.lifecycle.deactivate", "Deactivate application"],
  },
  itemsOf: ({ applications }) => applications,
  withItems: (configuration, applications) => ({ ...configuration, applications }),
  render: async ({ org }, application) => renderApp(await loadAppContext(org), application),
  renderSaved: async ({ org }, application) =>
    renderAppWithSecret(await loadAppContext(org), application),
  listing: listApps,
  createdStatus: 200,
  parseBody: parseAppBody,
  build: (body, { before, id, now, others, request }) => {
    const described = describeApp(request.org, id, body, before);
    if (before) {
      const { accessibility: _a, visibility: _v, withoutStartUris: _w, ...unchanged } = before;
      return { ...unchanged, ...described, lastUpdated: now };
    }
    const { client_id } = described.credentials.oauthClient;
    if (others.some(({ credentials }) => credentials.oauthClient.client_id === client_id))
      throw taken("client_id", ["client_id"]);
    return {
      ...described,
      id,
      status: request.c.req.query("activate") === "false" ? "INACTIVE" : "ACTIVE",
      created: now,
      lastUpdated: now,
      groupsClaim: null,
      federatedClaims: [],
      assignments: { users: [], groups: [] },
    };
  },
  checkDelete: ({ status }) => {
    if (status === "ACTIVE") throw new ApiError(403, "E0000056", "Delete application forbidden.");
  },
  afterDelete: withoutInPolicies,
  setStatus: (before, status, now) => ({ ...before, status, lastUpdated: now }),
  sendStatus: ({ c }) => c.json({}),
};

/** @see Okta: Applications API; Okta: Application SSO Credential OAuth 2.0 Client Secrets API */
export const apps: Resource = {
  routes: [...buildRoutes(collection), ["GET", `${appPath}/credentials/secrets`, listSecrets]],
  target: describeNamed("apps", "AppInstance", ({ applications }) =>
    applications.map(({ id, label }) => ({ id, name: label })),
  ),
  listProblems: (configuration) => [
    ...listIdProblems("applications", configuration.applications),
    ...listRepeated(
      "applications",
      "credentials.oauthClient.client_id",
      configuration.applications,
      ({ credentials }) => credentials.oauthClient.client_id,
    ),
    ...listProblemsOfApps(({ settings }, place) =>
      (["redirect_uris", "post_logout_redirect_uris"] as const).flatMap((name) =>
        listEntries(`${place}.settings.oauthClient.${name}`, settings.oauthClient[name])
          .filter(([, uri]) => !isRedirectUri(uri))
          .map(([at]) => `${at}: ${redirectUriRule}`),
      ),
    )(configuration),
  ],
};

export function findApp(
  { applications }: Configuration,
  { param }: Pick<ManagementRequest, "param">,
): Application {
  return findById(applications, param("appId"), collection.type);
}

export function withApp(
  configuration: Configuration,
  request: ManagementRequest,
  change: Partial<Application>,
): Configuration {
  const before = findApp(configuration, request);
  const application = { ...before, ...change, lastUpdated: request.now };
  return { ...configuration, applications: replaceById(configuration.applications, application) };
}

export async function changeApp(
  request: ManagementRequest,
  change: (before: Application, latest: Configuration) => Partial<Application>,
): Promise<Application> {
  const changed = await request.org.changeConfiguration((latest) =>
    withApp(latest, request, change(findApp(latest, request), latest)),
  );
  return findApp(changed, request);
}

export function listProblemsOfApps(
  list: (
    application: Application,
    place: string,
    configuration: Configuration,
  ) => readonly string[],
): NonNullable<Resource["listProblems"]> {
  return (configuration) =>
    configuration.applications.flatMap((application, index) =>
      list(application, `applications.${index}`, configuration),
    );
}

/** Expressions can use `user.id` and `group.id`. Users include those assigned through a group. */
async function listApps(request: ManagementRequest): Promise<Response> {
  const { c, configuration, org } = request;
  const context = await loadAppContext(org);
  const matching = selectMatching(c, configuration.applications, (application) => ({
    ...renderApp(context, application),
    user: listAssignedPeople(configuration, application).map(({ id }) => ({ id })),
    group: application.assignments.groups.map(({ id }) => ({ id })),
  }));
  const found = filterByText(c, matching, {
    match: "start",
    of: ({ label }) => [label, "oidc_client"],
  });
  return sendList(request, found, (application) => renderApp(context, application), 20);
}

/** Unlike at Okta, an app has at most one secret. Okta's can have two during a rotation. */
function listSecrets(request: ManagementRequest): Promise<Response> {
  const application = findApp(request.configuration, request);
  const { id, credentials } = application;
  const { client_secret } = credentials.oauthClient;
  const { created = defaultCreatedAt, lastUpdated = created } = application;
  const secretId = `ocs${id.slice(3)}`;
  const self = `${request.org.baseUrl}${path}/${id}/credentials/secrets/${secretId}`;
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

function withoutInPolicies(
  configuration: Configuration,
  { credentials }: Application,
): Configuration {
  const { client_id } = credentials.oauthClient;
  return {
    ...configuration,
    customServers: configuration.customServers.map((server) => ({
      ...server,
      policies: server.policies.map((policy) => ({
        ...policy,
        conditions: {
          clients: { include: policy.conditions.clients.include.filter((it) => it !== client_id) },
        },
      })),
    })),
  };
}

type DescribedApp = Pick<
  Application,
  | "label"
  | "profile"
  | "accessibility"
  | "visibility"
  | "withoutStartUris"
  | "credentials"
  | "settings"
>;

/** As at Okta, a replace call resets missing members to their defaults, except rotation, client ID and secret. */
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

/** Single-page apps rotate by default. @see Okta: Refresh access tokens; Okta: Applications API, `leeway` */
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
