import * as v from "valibot";
import { systemScopes } from "../../../model/authorization-server.ts";
import type { Configuration } from "../../../model/configuration.ts";
import type { CustomServer } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { accessTokenSubject, systemClaims } from "../../../model/system-claims.ts";
import { publishKey } from "../../../rules/signing-keys.ts";
import { describeNamed } from "../../log/path-targets.ts";
import { forbidden, notFound } from "../api-error.ts";
import { buildRoutes, type Collection, findById, replaceById } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { createId } from "../identifiers.ts";
import { listIdProblems, listInvalidTimes } from "../import-problems.ts";
import { link, linkToLifecycle } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";

export const serversPath = "/api/v1/authorizationServers";
export const serverPath = `${serversPath}/:serverId`;
const keysPath = `${serverPath}/credentials/keys`;

const bodySchema = v.object({
  name: nameSchema,
  description: v.nullish(v.string()),
  audiences: v.strictTuple([v.pipe(v.string(), v.nonEmpty())], "Must have exactly one audience"),
  issuerMode: v.optional(
    v.literal("ORG_URL", "Must be ORG_URL: the demo org has no custom domain"),
  ),
  credentials: v.optional(
    v.object({
      signing: v.optional(
        v.object({
          rotationMode: v.optional(
            v.literal("AUTO", "Must be AUTO: the demo org doesn't support manual key rotation"),
          ),
        }),
      ),
    }),
  ),
});

const collection: Collection<CustomServer, v.InferOutput<typeof bodySchema>> = {
  path: serverPath,
  type: "AuthorizationServer",
  idPrefix: "aus",
  events: {
    create: ["oauth2.as.created", "Create authorization server"],
    replace: ["oauth2.as.updated", "Update authorization server"],
    delete: ["oauth2.as.deleted", "Delete authorization server"],
    activate: ["oauth2.as.activated", "Activate authorization server"],
    deactivate: ["oauth2.as.deactivated", "Deactivate authorization server"],
  },
  itemsOf: ({ customServers }) => customServers,
  withItems: (configuration, customServers) => ({ ...configuration, customServers }),
  render: renderServer,
  listing: {
    pageSize: 200,
    q: { match: "part", of: ({ name, audiences }) => [name, ...audiences] },
  },
  parseBody: (c) => parseBody(c, bodySchema, "name"),
  build: ({ name, description, audiences }, { before, id, now }) => {
    const { description: _before, ...unchanged } = before ?? createServer(id, now);
    return {
      ...unchanged,
      name,
      ...(typeof description === "string" && { description }),
      audiences,
      lastUpdated: now,
    };
  },
  /** @see Okta: Authorization servers (`default` can be deactivated, but not deleted) */
  checkDelete: ({ id }) => {
    if (id === "default")
      throw forbidden("The default authorization server can't be deleted, only deactivated.");
  },
  setStatus: (before, status) => ({ ...before, status }),
};

/** @see Okta: Authorization Servers API */
export const authorizationServers: Resource = {
  routes: [
    ...buildRoutes(collection),
    ["GET", keysPath, async (request) => request.c.json(await renderKeys(request))],
    ["GET", `${keysPath}/:keyId`, retrieveKey],
  ],
  target: describeNamed("authorizationServers", "AuthorizationServer", (it) => it.customServers),
  listProblems: ({ customServers }) => [
    ...listIdProblems("customServers", customServers),
    ...customServers.flatMap(({ created }, index) =>
      listInvalidTimes(`customServers.${index}.created`, created),
    ),
  ],
};

export function findServer(
  { customServers }: Configuration,
  { param }: ManagementRequest,
): CustomServer {
  return findById(customServers, param("serverId"), collection.type);
}

export function withServer(
  configuration: Configuration,
  request: ManagementRequest,
  change: Partial<CustomServer>,
): Configuration {
  const server = { ...findServer(configuration, request), ...change };
  return { ...configuration, customServers: replaceById(configuration.customServers, server) };
}

export function listProblemsOfServers(
  list: (server: CustomServer, place: string, configuration: Configuration) => readonly string[],
): NonNullable<Resource["listProblems"]> {
  return (configuration) =>
    configuration.customServers.flatMap((server, index) =>
      list(server, `customServers.${index}`, configuration),
    );
}

/** Without an access policy, so it refuses every request. */
function createServer(id: string, created: string): CustomServer {
  return {
    id,
    name: "",
    status: "ACTIVE",
    created,
    lastUpdated: created,
    audiences: [""],
    scopes: systemScopes.map((scope) => ({ ...scope, id: createId("scp") })),
    claims: [...systemClaims, accessTokenSubject].map((it) => ({ ...it, id: createId("ocl") })),
    policies: [],
  };
}

const rotationMs = 90 * 24 * 60 * 60 * 1000;

/** The dates follow Okta's rotation every 90 days, but keys are never rotated. */
async function renderServer(
  { org: { baseUrl, clock, loadSigningKeys } }: ManagementRequest,
  { id, name, description, audiences, status, ...times }: CustomServer,
) {
  const { created = defaultCreatedAt, lastUpdated = created } = times;
  const [{ kid }] = await loadSigningKeys();
  const rotations = Math.max(0, Math.floor((clock() - Date.parse(created)) / rotationMs));
  const lastRotated = Date.parse(created) + rotations * rotationMs;
  const self = `${baseUrl}${serversPath}/${id}`;
  const issuer = `${baseUrl}/oauth2/${id}`;
  return {
    id,
    name,
    ...(description !== undefined && { description }),
    audiences,
    issuer,
    issuerMode: "ORG_URL",
    status,
    created,
    lastUpdated,
    credentials: {
      signing: {
        kid,
        rotationMode: "AUTO",
        lastRotated: new Date(lastRotated).toISOString(),
        nextRotation: new Date(lastRotated + rotationMs).toISOString(),
      },
    },
    default: id === "default",
    _links: {
      rotateKey: link(`${self}/credentials/lifecycle/keyRotate`, "POST"),
      metadata: [
        {
          name: "oauth-authorization-server",
          ...link(`${baseUrl}/.well-known/oauth-authorization-server/oauth2/${id}`, "GET"),
        },
        {
          name: "openid-configuration",
          ...link(`${issuer}/.well-known/openid-configuration`, "GET"),
        },
      ],
      keys: link(`${self}/credentials/keys`, "GET"),
      self: link(self, "GET", "DELETE", "PUT"),
      scopes: link(`${self}/scopes`, "GET", "POST"),
      claims: link(`${self}/claims`, "GET", "POST"),
      policies: link(`${self}/policies`, "GET", "POST"),
      ...linkToLifecycle(self, status),
    },
  };
}

async function retrieveKey(request: ManagementRequest): Promise<Response> {
  const id = request.param("keyId");
  const key = (await renderKeys(request)).find(({ kid }) => kid === id);
  if (!key) throw notFound(id, "AuthorizationServerKey");
  return request.c.json(key);
}

async function renderKeys(request: ManagementRequest) {
  const { org, configuration } = request;
  const { id } = findServer(configuration, request);
  const [active, next] = await Promise.all((await org.loadSigningKeys()).map(publishKey));
  const keys = [
    { status: "ACTIVE", ...active },
    { status: "NEXT", ...next },
  ];
  const self = `${org.baseUrl}${serversPath}/${id}/credentials/keys`;
  return keys.map((key) => ({ ...key, _links: { self: link(`${self}/${key.kid}`, "GET") } }));
}
