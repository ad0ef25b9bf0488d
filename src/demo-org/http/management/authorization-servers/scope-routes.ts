import * as v from "valibot";
import type { CustomServer, Scope } from "../../../model/custom-server.ts";
import { myAccountScopes } from "../../../model/okta-scopes.ts";
import { ApiError } from "../api-error.ts";
import { createId } from "../identifiers.ts";
import { link } from "../link.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { longestName } from "../name.ts";
import { sendList } from "../paging.ts";
import { readBody } from "../read-body.ts";
import {
  changeServer,
  findById,
  findNamedServer,
  replaceById,
  serverPath,
  serversPath,
} from "./find-server.ts";

const scopesPath = `${serverPath}/scopes`;
const scopePath = `${scopesPath}/:scopeId`;

/** @see Okta: Authorization Servers API, "Scopes" */
export const scopeRoutes: readonly ManagementRoute[] = [
  ["GET", scopesPath, listScopes],
  ["POST", scopesPath, createScope],
  ["GET", scopePath, readScope],
  ["PUT", scopePath, replaceScope],
  ["DELETE", scopePath, deleteScope],
];

/**
 * Names that start with `okta.` are Okta's. Of these, only scopes of the MyAccount API can be added.
 *
 * @see RFC 6749 §3.3; Okta support: Add okta.myAccount.* reserved scopes to a custom authorization server
 */
export const scopeNameSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(longestName),
  v.regex(/^[!#-[\]-~]+$/, "Must be printable ASCII without spaces, double quotes and backslashes"),
  v.check(
    (name) => myAccountScopes.includes(name) || (name !== "*" && !/^okta(?:$|[.:])/.test(name)),
    "This name is reserved, as are * and names that start with okta. or okta:, except okta.myAccount scopes",
  ),
);

const scopeBodySchema = v.object({
  name: scopeNameSchema,
  displayName: v.nullish(v.string()),
  description: v.nullish(v.string()),
  metadataPublish: v.optional(v.picklist(["ALL_CLIENTS", "NO_CLIENTS"]), "NO_CLIENTS"),
  default: v.optional(v.boolean(), false),
  consent: v.optional(
    v.literal("IMPLICIT", "Must be IMPLICIT: the demo org doesn't ask for consent"),
  ),
  optional: v.optional(
    v.literal(
      false,
      "Must be false: the demo org doesn't ask for consent, so no scope is optional",
    ),
  ),
});

function renderScope(serverUrl: string, scope: Scope) {
  const { id, name, displayName, description, system, metadataPublish } = scope;
  return {
    id,
    name,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    system,
    metadataPublish,
    consent: "IMPLICIT",
    optional: false,
    apiResourceId: null,
    default: scope.default,
    _links: { self: link(`${serverUrl}/scopes/${id}`, "GET", "PUT", "DELETE") },
  };
}

const serverUrlOf = ({ org, param }: ManagementRequest) =>
  `${org.baseUrl}${serversPath}/${param("serverId")}`;

function listScopes(request: ManagementRequest): Response {
  const text = request.c.req.query("q")?.toLowerCase() ?? "";
  const scopes = findNamedServer(request).scopes.filter(({ name }) =>
    name.toLowerCase().includes(text),
  );
  return sendList(request, scopes, (scope) => renderScope(serverUrlOf(request), scope), {
    pageSize: 200,
    idOf: ({ id }) => id,
  });
}

function readScope(request: ManagementRequest): Response {
  const scope = findScope(findNamedServer(request), request);
  return request.c.json(renderScope(serverUrlOf(request), scope));
}

async function createScope(request: ManagementRequest): Promise<Response> {
  const fields = await readScopeBody(request);
  const scope: Scope = { id: createId("scp"), system: false, ...fields };
  await changeServer(request, (server) => {
    checkNameIsFree(server, scope);
    return { server: { ...server, scopes: [...server.scopes, scope] }, result: undefined };
  });
  return request.c.json(renderScope(serverUrlOf(request), scope), 201);
}

async function replaceScope(request: ManagementRequest): Promise<Response> {
  const fields = await readScopeBody(request);
  const scope = await changeServer(request, (server) => {
    const { id, system, name } = findScope(server, request);
    if (system && fields.name !== name)
      throw new ApiError({
        code: "invalid",
        object: "name",
        causes: ["name: A system scope can't be renamed"],
      });
    const result: Scope = { id, system, ...fields };
    checkNameIsFree(server, result);
    const scopes = replaceById(server.scopes, result);
    return { server: { ...renameIn(server, name, result.name), scopes }, result };
  });
  return request.c.json(renderScope(serverUrlOf(request), scope));
}

/** Keeps the scope in claims and rules. Without it, a claim that required the scope would apply to any scope. */
async function deleteScope(request: ManagementRequest): Promise<Response> {
  await changeServer(request, (server) => {
    const { id, system } = findScope(server, request);
    if (system)
      throw new ApiError({ code: "forbidden", reason: "System scopes can't be deleted." });
    const scopes = server.scopes.filter((it) => it.id !== id);
    return { server: { ...server, scopes }, result: undefined };
  });
  return request.c.body(null, 204);
}

async function readScopeBody({ c }: ManagementRequest): Promise<Omit<Scope, "id" | "system">> {
  const body = await readBody(c, scopeBodySchema, "name");
  const { name, displayName, description, metadataPublish } = body;
  return {
    name,
    ...(typeof displayName === "string" && { displayName }),
    ...(typeof description === "string" && { description }),
    metadataPublish,
    default: body.default,
  };
}

function findScope({ scopes }: CustomServer, { param }: ManagementRequest): Scope {
  return findById(scopes, param("scopeId"), "OAuth2Scope");
}

function checkNameIsFree({ scopes }: CustomServer, { id, name }: Scope): void {
  if (scopes.some((it) => it.id !== id && it.name === name))
    throw new ApiError({ code: "taken", object: "name", fields: ["name"] });
}

/** Renames the scope in claims and rules. */
function renameIn(server: CustomServer, before: string, after: string): CustomServer {
  const rename = (names: readonly string[]) => names.map((it) => (it === before ? after : it));
  return {
    ...server,
    claims: server.claims.map((claim) => ({
      ...claim,
      conditions: { scopes: rename(claim.conditions.scopes) },
    })),
    policies: server.policies.map((policy) => ({
      ...policy,
      rules: policy.rules.map((rule) => ({
        ...rule,
        conditions: {
          ...rule.conditions,
          scopes: { include: rename(rule.conditions.scopes.include) },
        },
      })),
    })),
  };
}
