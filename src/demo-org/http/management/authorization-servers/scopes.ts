import * as v from "valibot";
import type { CustomServer, Scope } from "../../../model/custom-server.ts";
import { myAccountScopes } from "../../../model/okta-scopes.ts";
import { forbidden, invalid } from "../api-error.ts";
import { createCollection, nameEvents } from "../collection.ts";
import { longestName, withNullsAsMissing } from "../common-schemas.ts";
import { listIssues } from "../import-problems.ts";
import { link } from "../link.ts";
import { partIn } from "../part.ts";
import { authorizationServers, serverPath } from "./servers.ts";

/** @see RFC 6749 §3.3; Okta support: Add okta.myAccount.* reserved scopes to a custom authorization server */
const scopeNameSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(longestName),
  v.regex(/^[!#-[\]-~]+$/, "Must be printable ASCII without spaces, double quotes or backslashes"),
  v.check(
    (name) => myAccountScopes.includes(name) || (name !== "*" && !/^okta(?:$|[.:])/.test(name)),
    "This name is reserved, as are * and names that start with okta. or okta:, except okta.myAccount scopes",
  ),
);

const bodySchema = withNullsAsMissing(
  v.object({
    name: scopeNameSchema,
    displayName: v.exactOptional(v.string()),
    description: v.exactOptional(v.string()),
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
  }),
);

export const scopes = createCollection<Scope, typeof bodySchema>({
  path: `${serverPath}/scopes/:scopeId`,
  type: "OAuth2Scope",
  target: [({ name }) => name, "Scope"],
  idPrefix: "scp",
  events: nameEvents("oauth2.scope", "OAuth2 scope", "d"),
  items: partIn(authorizationServers, "scopes"),
  listing: { pageSize: 200, q: { match: "part", of: ({ name }) => [name] } },
  body: bodySchema,
  object: "name",
  build: ({ consent, optional, ...body }, { before, stamps: { id } }) => {
    const { system = false, name = body.name } = before ?? {};
    if (system && body.name !== name)
      throw invalid("name", ["name: A system scope can't be renamed"]);
    return { id, system, ...body };
  },
  unique: [["name", ({ name }) => name]],
  listProblems: ({ name }) => listIssues("name", name, scopeNameSchema),
  afterReplace: (configuration, before, after, request) => {
    const server = authorizationServers.find(configuration, request);
    const changed = renameScope(server, before.name, after.name);
    return authorizationServers.put(configuration, request, changed);
  },
  // Claims and rules keep a deleted scope. Otherwise a claim for that scope alone would apply to all scopes.
  checkDelete: ({ system }) => {
    if (system) throw forbidden("System scopes can't be deleted.");
  },
  render: (scope, { self }) => ({
    ...scope,
    consent: "IMPLICIT",
    optional: false,
    apiResourceId: null,
    _links: { self: link(self, "GET", "PUT", "DELETE") },
  }),
});

function renameScope(server: CustomServer, before: string, after: string): CustomServer {
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
