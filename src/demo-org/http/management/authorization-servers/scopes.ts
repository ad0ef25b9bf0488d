import type { Context } from "hono";
import * as v from "valibot";
import type { CustomServer, Scope } from "../../../model/custom-server.ts";
import { myAccountScopes } from "../../../model/okta-scopes.ts";
import { describeNamed } from "../../log/path-targets.ts";
import { forbidden, invalid, taken } from "../api-error.ts";
import { buildRoutes, type Collection } from "../collection.ts";
import { longestName } from "../common-schemas.ts";
import { listIdProblems, listIssues, listRepeated } from "../import-problems.ts";
import { link } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";
import {
  findServer,
  listProblemsOfServers,
  serverPath,
  serversPath,
  withServer,
} from "./servers.ts";

/** @see RFC 6749 §3.3; Okta support: Add okta.myAccount.* reserved scopes to a custom authorization server */
const scopeNameSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(longestName),
  v.regex(/^[!#-[\]-~]+$/, "Must be printable ASCII without spaces, double quotes and backslashes"),
  v.check(
    (name) => myAccountScopes.includes(name) || (name !== "*" && !/^okta(?:$|[.:])/.test(name)),
    "This name is reserved, as are * and names that start with okta. or okta:, except okta.myAccount scopes",
  ),
);

const bodySchema = v.object({
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

const collection: Collection<Scope, Omit<Scope, "id" | "system">> = {
  path: `${serverPath}/scopes/:scopeId`,
  type: "OAuth2Scope",
  idPrefix: "scp",
  events: {
    create: ["oauth2.scope.created", "Create OAuth2 scope"],
    replace: ["oauth2.scope.updated", "Update OAuth2 scope"],
    delete: ["oauth2.scope.deleted", "Delete OAuth2 scope"],
  },
  itemsOf: (configuration, request) => findServer(configuration, request).scopes,
  withItems: (configuration, scopes, request) => withServer(configuration, request, { scopes }),
  render: renderScope,
  listing: { pageSize: 200, q: { match: "part", of: ({ name }) => [name] } },
  parseBody: parseScope,
  build: (body, { before, id, others }) => {
    const { system = false, name = body.name } = before ?? {};
    if (system && body.name !== name)
      throw invalid("name", ["name: A system scope can't be renamed"]);
    if (others.some((it) => it.name === body.name)) throw taken("name", ["name"]);
    return { id, system, ...body };
  },
  afterReplace: (configuration, before, after, request) => {
    const server = findServer(configuration, request);
    return withServer(configuration, request, renameScope(server, before.name, after.name));
  },
  // Claims and rules keep a deleted scope. Otherwise a claim for that scope alone would apply to all scopes.
  checkDelete: ({ system }) => {
    if (system) throw forbidden("System scopes can't be deleted.");
  },
};

export const scopes: Resource = {
  routes: buildRoutes(collection),
  target: describeNamed("scopes", "Scope", ({ customServers }) =>
    customServers.flatMap((server) => server.scopes),
  ),
  listProblems: listProblemsOfServers((server, place) => [
    ...listIdProblems(`${place}.scopes`, server.scopes),
    ...server.scopes.flatMap(({ name }, index) =>
      listIssues(`${place}.scopes.${index}.name`, name, scopeNameSchema),
    ),
    ...listRepeated(`${place}.scopes`, "name", server.scopes, ({ name }) => name),
  ]),
};

async function parseScope(c: Context): Promise<Omit<Scope, "id" | "system">> {
  const { displayName, description, consent, optional, ...body } = await parseBody(
    c,
    bodySchema,
    "name",
  );
  return {
    ...body,
    ...(typeof displayName === "string" && { displayName }),
    ...(typeof description === "string" && { description }),
  };
}

function renameScope(
  { claims, policies }: CustomServer,
  before: string,
  after: string,
): Partial<CustomServer> {
  const rename = (names: readonly string[]) => names.map((it) => (it === before ? after : it));
  return {
    claims: claims.map((claim) => ({
      ...claim,
      conditions: { scopes: rename(claim.conditions.scopes) },
    })),
    policies: policies.map((policy) => ({
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

function renderScope({ org, param }: ManagementRequest, scope: Scope) {
  const { id, name, displayName, description, system, metadataPublish } = scope;
  const self = `${org.baseUrl}${serversPath}/${param("serverId")}/scopes/${id}`;
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
    _links: { self: link(self, "GET", "PUT", "DELETE") },
  };
}
