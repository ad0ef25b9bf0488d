import * as v from "valibot";
import { systemScopes } from "../../../model/authorization-server.ts";
import type { CustomServer } from "../../../model/custom-server.ts";
import { accessTokenSubject, systemClaims } from "../../../model/system-claims.ts";
import { publishKey } from "../../../rules/signing-keys.ts";
import { ApiError } from "../api-error.ts";
import { createId } from "../identifiers.ts";
import { link } from "../link.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { nameSchema } from "../name.ts";
import { sendList } from "../paging.ts";
import { readBody } from "../read-body.ts";
import { changeServer, findById, findNamedServer, serverPath, serversPath } from "./find-server.ts";
import { renderServer } from "./server-answers.ts";

const keysPath = `${serverPath}/credentials/keys`;

/** @see Okta: Authorization Servers API */
export const serverRoutes: readonly ManagementRoute[] = [
  ["GET", serversPath, listServers],
  ["POST", serversPath, createServer],
  ["GET", serverPath, readServer],
  ["PUT", serverPath, replaceServer],
  ["DELETE", serverPath, deleteServer],
  ["POST", `${serverPath}/lifecycle/activate`, (request) => setStatus(request, "ACTIVE")],
  ["POST", `${serverPath}/lifecycle/deactivate`, (request) => setStatus(request, "INACTIVE")],
  ["GET", keysPath, listKeys],
  ["GET", `${keysPath}/:keyId`, readKey],
];

const serverBodySchema = v.object({
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

async function listServers(request: ManagementRequest): Promise<Response> {
  const { c, configuration, org } = request;
  const text = c.req.query("q")?.toLowerCase() ?? "";
  const matching = configuration.customServers.filter(({ name, audiences }) =>
    [name, ...audiences].some((it) => it.toLowerCase().includes(text)),
  );
  const servers = await Promise.all(matching.map((server) => renderServer(org, server)));
  return sendList(request, servers, (server) => server, { pageSize: 200, idOf: ({ id }) => id });
}

async function readServer(request: ManagementRequest): Promise<Response> {
  return request.c.json(await renderServer(request.org, findNamedServer(request)));
}

/** A new server has no access policy, so it refuses every request until an admin adds one. */
async function createServer({ c, org }: ManagementRequest): Promise<Response> {
  const { name, description, audiences } = await readBody(c, serverBodySchema, "name");
  const created = new Date(org.clock()).toISOString();
  const server: CustomServer = {
    id: createId("aus"),
    name,
    ...(typeof description === "string" && { description }),
    status: "ACTIVE",
    created,
    lastUpdated: created,
    audiences,
    scopes: systemScopes.map((scope) => ({ ...scope, id: createId("scp") })),
    claims: [...systemClaims, accessTokenSubject].map((it) => ({ ...it, id: createId("ocl") })),
    policies: [],
  };
  await org.changeConfiguration((latest) => {
    const customServers = [...latest.customServers, server];
    return { configuration: { ...latest, customServers }, result: undefined };
  });
  return c.json(await renderServer(org, server), 201);
}

async function replaceServer(request: ManagementRequest): Promise<Response> {
  const { c, org } = request;
  const { name, description, audiences } = await readBody(c, serverBodySchema, "name");
  const server = await changeServer(request, ({ description: _before, ...before }) => {
    const result: CustomServer = {
      ...before,
      name,
      ...(typeof description === "string" && { description }),
      audiences,
      lastUpdated: new Date(org.clock()).toISOString(),
    };
    return { server: result, result };
  });
  return c.json(await renderServer(org, server));
}

/** @see Okta: Authorization servers (`default` can be deactivated, but not deleted) */
async function deleteServer({ c, org, param }: ManagementRequest): Promise<Response> {
  await org.changeConfiguration((latest) => {
    const { id } = findById(latest.customServers, param("serverId"), "AuthorizationServer");
    if (id === "default")
      throw new ApiError({
        code: "forbidden",
        reason: "The default authorization server can't be deleted, only deactivated.",
      });
    const customServers = latest.customServers.filter((it) => it.id !== id);
    return { configuration: { ...latest, customServers }, result: undefined };
  });
  return c.body(null, 204);
}

async function setStatus(
  request: ManagementRequest,
  status: CustomServer["status"],
): Promise<Response> {
  await changeServer(request, (server) => ({ server: { ...server, status }, result: undefined }));
  return request.c.body(null, 204);
}

async function listKeys(request: ManagementRequest): Promise<Response> {
  return request.c.json(await renderKeys(request));
}

async function readKey(request: ManagementRequest): Promise<Response> {
  const { c, param } = request;
  const id = param("keyId");
  const key = (await renderKeys(request)).find(({ kid }) => kid === id);
  if (!key) throw new ApiError({ code: "not_found", id, type: "AuthorizationServerKey" });
  return c.json(key);
}

/** The active and the next signing key, which all servers of the org share. */
async function renderKeys(request: ManagementRequest) {
  const { org } = request;
  const { id } = findNamedServer(request);
  const [active, next] = await Promise.all((await org.loadSigningKeys()).map(publishKey));
  const keys = [
    { status: "ACTIVE", ...active },
    { status: "NEXT", ...next },
  ];
  const self = `${org.baseUrl}${serversPath}/${id}/credentials/keys`;
  return keys.map((key) => ({ ...key, _links: { self: link(`${self}/${key.kid}`, "GET") } }));
}
