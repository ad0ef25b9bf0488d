import * as v from "valibot";
import type { CustomServer } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { accessTokenSubject, systemClaims } from "../../../model/system-claims.ts";
import { systemScopes } from "../../../model/system-scopes.ts";
import { publishKey } from "../../../rules/signing-keys.ts";
import { forbidden, notFound } from "../api-error.ts";
import { createCollection, nameEvents } from "../collection.ts";
import { nameSchema, withNullsAsMissing } from "../common-schemas.ts";
import { createId } from "../identifiers.ts";
import { listInvalidTimes } from "../import-problems.ts";
import { link, linkToLifecycle } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { partIn, wholeOrg } from "../part.ts";

const serversPath = "/api/v1/authorizationServers";
export const serverPath = `${serversPath}/:serverId`;
const keysPath = `${serverPath}/credentials/keys`;

const bodySchema = withNullsAsMissing(
  v.object({
    name: nameSchema,
    description: v.exactOptional(v.string()),
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
  }),
);

const collection = createCollection<CustomServer, typeof bodySchema>({
  path: serverPath,
  type: "AuthorizationServer",
  target: [({ name }) => name],
  idPrefix: "aus",
  events: nameEvents("oauth2.as", "authorization server", "d"),
  items: partIn(wholeOrg, "customServers"),
  listing: {
    pageSize: 200,
    q: { match: "part", of: ({ name, audiences }) => [name, ...audiences] },
  },
  body: bodySchema,
  object: "name",
  build: ({ name, description, audiences }, { before, stamps }) => {
    const { description: _before, ...unchanged } = before ?? newServer();
    return {
      ...unchanged,
      ...stamps,
      name,
      ...(description !== undefined && { description }),
      audiences,
    };
  },
  listProblems: ({ created }) => listInvalidTimes("created", created),
  /** @see Okta: Authorization servers (`default` can be deactivated, but not deleted) */
  checkDelete: ({ id }) => {
    if (id === "default")
      throw forbidden("The default authorization server can't be deleted, only deactivated.");
  },
  lifecycle: {},
  render: renderServer,
});

/** @see Okta: Authorization Servers API */
export const authorizationServers = {
  ...collection,
  routes: [
    ...collection.routes,
    ["GET", keysPath, async (request) => request.c.json(await renderKeys(request))],
    ["GET", `${keysPath}/:keyId`, retrieveKey],
  ],
} satisfies Resource;

/** A new server has no access policy, so it refuses every request. */
function newServer(): Omit<CustomServer, "id" | "name" | "audiences"> {
  return {
    status: "ACTIVE",
    scopes: systemScopes.map((scope) => ({ ...scope, id: createId("scp") })),
    claims: [...systemClaims, accessTokenSubject].map((it) => ({ ...it, id: createId("ocl") })),
    policies: [],
  };
}

const rotationMs = 90 * 24 * 60 * 60 * 1000;

/** The dates look as if keys were rotated every 90 days, as at Okta. The org never rotates its keys. */
async function renderServer(
  { id, name, description, audiences, status, ...times }: CustomServer,
  { org: { baseUrl, clock, loadSigningKeys }, self }: ManagementRequest & { readonly self: string },
) {
  const { created = defaultCreatedAt, lastUpdated = created } = times;
  const [{ kid }] = await loadSigningKeys();
  const rotations = Math.max(0, Math.floor((clock() - Date.parse(created)) / rotationMs));
  const lastRotated = Date.parse(created) + rotations * rotationMs;
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
  const { id } = collection.find(configuration, request);
  const [active, next] = await Promise.all((await org.loadSigningKeys()).map(publishKey));
  const keys = [
    { status: "ACTIVE", ...active },
    { status: "NEXT", ...next },
  ];
  const self = `${org.baseUrl}${serversPath}/${id}/credentials/keys`;
  return keys.map((key) => ({ ...key, _links: { self: link(`${self}/${key.kid}`, "GET") } }));
}
