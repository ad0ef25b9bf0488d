import * as v from "valibot";
import { type Claim, groupFilterTypeSchema } from "../../../model/claim.ts";
import type { CustomServer } from "../../../model/custom-server.ts";
import { findReservedName } from "../../../rules/claims/reserved-claim-names.ts";
import { describeNamed } from "../../log/path-targets.ts";
import { forbidden, invalid, refuseCauses, taken } from "../api-error.ts";
import { buildRoutes, type Collection } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { listIdProblems, listIssues, listRepeated, listReserved } from "../import-problems.ts";
import { link } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody, parseFields } from "../parse-body.ts";
import { checkReferences, refersToScopes } from "../references.ts";
import {
  findServer,
  listProblemsOfServers,
  serverPath,
  serversPath,
  withServer,
} from "./servers.ts";

const status = v.picklist(["ACTIVE", "INACTIVE"]);

/** @see Okta help: Create API access claims (1,024 characters) */
export const claimValueSchema = v.pipe(v.string(), v.maxLength(1024));

const common = {
  name: nameSchema,
  status: v.optional(status, "ACTIVE"),
  claimType: v.picklist(["IDENTITY", "RESOURCE"]),
  conditions: v.nullish(v.object({ scopes: v.optional(v.array(v.string()), []) }), { scopes: [] }),
  /** Unverified: the default "Always". It is preselected in the Admin Console. */
  alwaysIncludeInToken: v.optional(v.boolean(), true),
};

// Unverified: that the API accepts an empty filter, which matches every group. The Admin Console's form refuses it.
// @see Okta help: Create API access claims; oktadeveloper/okta-blog-archive#1594 on GitHub
const bodySchema = v.variant("valueType", [
  v.object({
    ...common,
    valueType: v.literal("GROUPS"),
    value: claimValueSchema,
    group_filter_type: groupFilterTypeSchema,
  }),
  v.object({
    ...common,
    valueType: v.literal("EXPRESSION"),
    value: v.pipe(claimValueSchema, v.nonEmpty()),
  }),
]);

const systemBodySchema = v.object({
  name: v.optional(v.string()),
  claimType: v.optional(v.string()),
  valueType: v.optional(v.string()),
  conditions: v.nullish(v.object({ scopes: v.array(v.string()) })),
  status: v.optional(status),
  alwaysIncludeInToken: v.optional(v.boolean()),
  value: v.nullish(claimValueSchema),
});

const collection: Collection<Claim, unknown> = {
  path: `${serverPath}/claims/:claimId`,
  type: "OAuth2Claim",
  idPrefix: "ocl",
  events: {
    create: ["oauth2.claim.created", "Create OAuth2 claim"],
    replace: ["oauth2.claim.updated", "Update OAuth2 claim"],
    delete: ["oauth2.claim.deleted", "Delete OAuth2 claim"],
  },
  itemsOf: (configuration, request) => findServer(configuration, request).claims,
  withItems: (configuration, claims, request) => withServer(configuration, request, { claims }),
  render: renderClaim,
  parseBody: (c) => parseBody(c, v.unknown(), "claim"),
  build: (body, { before, id, others, latest, request }) =>
    before?.system
      ? changeSystemClaim(before, body)
      : buildClaim(body, id, { others, server: findServer(latest, request) }),
  checkDelete: ({ system }) => {
    if (system) throw forbidden("System claims can't be deleted.");
  },
};

export const claims: Resource = {
  routes: buildRoutes(collection),
  target: describeNamed("claims", "Claim", ({ customServers }) =>
    customServers.flatMap((server) => server.claims),
  ),
  listProblems: listProblemsOfServers((server, place) => [
    ...listIdProblems(`${place}.claims`, server.claims),
    ...(["IDENTITY", "RESOURCE"] as const).flatMap((type) =>
      listRepeated(`${place}.claims`, "name", server.claims, ({ claimType, name }) =>
        claimType === type ? name : undefined,
      ),
    ),
    ...server.claims.flatMap((claim, index) => [
      ...(claim.system
        ? []
        : listReserved(`${place}.claims.${index}`, claim.name, claim.claimType)),
      ...(claim.valueType === "SYSTEM"
        ? []
        : listIssues(`${place}.claims.${index}.value`, claim.value, claimValueSchema)),
    ]),
  ]),
};

/** Like Okta, doesn't validate expressions and regexes. @see Okta help: Create API access claims */
function buildClaim(
  body: unknown,
  id: string,
  { others, server }: { readonly others: readonly Claim[]; readonly server: CustomServer },
): Claim {
  const fields = parseFields(body, bodySchema, "claim");
  const { name, claimType, conditions } = fields;
  const reserved = findReservedName(name, claimType);
  if (reserved !== undefined) throw invalid("name", [`name: ${reserved}`]);
  if (others.some((it) => it.name === name && it.claimType === claimType))
    throw taken("name", ["name"]);
  const field = { field: "conditions.scopes", values: conditions.scopes };
  checkReferences([refersToScopes(field, server)]);
  return {
    ...fields,
    id,
    system: false,
    alwaysIncludeInToken: claimType === "RESOURCE" || fields.alwaysIncludeInToken,
  };
}

/** Only the status, "Always", and the expression of the access token's `sub` can change. */
function changeSystemClaim(claim: Claim, body: unknown): Claim {
  const fields = parseFields(body, systemBodySchema, "claim");
  const fixed = (["name", "claimType", "valueType"] as const).filter(
    (it) => fields[it] !== undefined && fields[it] !== claim[it],
  );
  const scopes = fields.conditions?.scopes;
  const hasOtherScopes =
    scopes !== undefined &&
    [...scopes].sort().join(" ") !== [...claim.conditions.scopes].sort().join(" ");
  const hasNoValue = claim.valueType !== "EXPRESSION" && Boolean(fields.value);
  const causes = [
    ...fixed,
    ...(hasOtherScopes ? ["conditions.scopes"] : []),
    ...(hasNoValue ? ["value"] : []),
  ].map((field) => `${field}: Can't be changed for a system claim`);
  refuseCauses("claim", causes);

  const changed = { ...claim, status: fields.status ?? claim.status };
  if (claim.claimType === "IDENTITY" && fields.alwaysIncludeInToken !== undefined)
    changed.alwaysIncludeInToken = fields.alwaysIncludeInToken;
  return changed.valueType === "EXPRESSION" && fields.value
    ? { ...changed, value: fields.value }
    : changed;
}

function renderClaim({ org, param }: ManagementRequest, claim: Claim) {
  const { id, name, status, claimType, valueType, conditions, system } = claim;
  const self = `${org.baseUrl}${serversPath}/${param("serverId")}/claims/${id}`;
  return {
    id,
    name,
    status,
    claimType,
    valueType,
    ...(claim.valueType !== "SYSTEM" && { value: claim.value }),
    conditions,
    system,
    alwaysIncludeInToken: claim.alwaysIncludeInToken,
    apiResourceId: null,
    ...(claim.valueType === "GROUPS" && { group_filter_type: claim.group_filter_type }),
    _links: { self: link(self, "GET", "PUT", "DELETE") },
  };
}
