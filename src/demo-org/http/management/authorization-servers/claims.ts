import * as v from "valibot";
import { type Claim, groupFilterTypeSchema } from "../../../model/claim.ts";
import { forbidden, refuseCauses } from "../api-error.ts";
import { createCollection, nameEvents } from "../collection.ts";
import { nameSchema, statusSchema } from "../common-schemas.ts";
import { leftBlank } from "../describe-issue.ts";
import { listIssues, listReserved } from "../import-problems.ts";
import { link } from "../link.ts";
import { parseFields } from "../parse-body.ts";
import { partIn } from "../part.ts";
import { checkReferences } from "../references.ts";
import { authorizationServers, serverPath } from "./servers.ts";

/** @see Okta help: Create API access claims (1,024 characters) */
export const claimValueSchema = v.pipe(v.string(), v.maxLength(1024));

const common = {
  name: nameSchema,
  status: v.optional(statusSchema, "ACTIVE"),
  claimType: v.picklist(["IDENTITY", "RESOURCE"]),
  conditions: v.nullish(v.object({ scopes: v.optional(v.array(v.string()), []) }), { scopes: [] }),
  /** Unverified: the default. The Admin Console preselects "Always". */
  alwaysIncludeInToken: v.optional(v.boolean(), true),
};

// Unverified: that the API accepts an empty filter, which matches every group. The Admin Console refuses empty filters.
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
  status: v.optional(statusSchema),
  alwaysIncludeInToken: v.optional(v.boolean()),
  value: v.nullish(claimValueSchema),
});

const ofType = (type: Claim["claimType"]) => (claim: Claim) =>
  claim.claimType === type ? claim.name : undefined;

export const claims = createCollection<Claim, v.GenericSchema>({
  path: `${serverPath}/claims/:claimId`,
  type: "OAuth2Claim",
  target: [({ name }) => name, "Claim"],
  idPrefix: "ocl",
  events: nameEvents("oauth2.claim", "OAuth2 claim", "d"),
  items: partIn(authorizationServers, "claims"),
  body: v.unknown(),
  object: "claim",
  build: (body, { before, stamps: { id } }) =>
    before?.system ? changeSystemClaim(before, body) : buildClaim(body, id),
  unique: [
    ["name", ofType("IDENTITY")],
    ["name", ofType("RESOURCE")],
  ],
  /** @see okta/okta-cli on GitHub: DefaultAuthorizationServerConfigureService */
  takenObject: "name",
  listProblems: (claim) => [
    ...(claim.system ? [] : listReserved(claim.name, claim.claimType)),
    ...(claim.valueType === "SYSTEM" ? [] : listIssues("value", claim.value, claimValueSchema)),
  ],
  check: ({ conditions, system }, latest, request) => {
    const known = authorizationServers.find(latest, request).scopes.map(({ name }) => name);
    if (!system) checkReferences([["scope", "conditions.scopes", conditions.scopes, known]]);
  },
  checkDelete: ({ system }) => {
    if (system) throw forbidden("System claims can't be deleted.");
  },
  render: (claim, { self }) => ({
    ...claim,
    apiResourceId: null,
    _links: { self: link(self, "GET", "PUT", "DELETE") },
  }),
});

/** Like Okta, doesn't validate expressions and regexes. @see Okta help: Create API access claims */
function buildClaim(body: unknown, id: string): Claim {
  const fields = parseFields(body, bodySchema, "claim");
  refuseCauses("name", listReserved(fields.name, fields.claimType));
  return {
    ...fields,
    id,
    system: false,
    alwaysIncludeInToken: fields.claimType === "RESOURCE" || fields.alwaysIncludeInToken,
  };
}

/** Only the status, `alwaysIncludeInToken`, and the expression of the access token's `sub` can change. */
function changeSystemClaim(claim: Claim, body: unknown): Claim {
  const fields = parseFields(body, systemBodySchema, "claim");
  const fixed = (["name", "claimType", "valueType"] as const).filter(
    (it) => fields[it] !== undefined && fields[it] !== claim[it],
  );
  const scopes = fields.conditions?.scopes;
  const hasOtherScopes =
    scopes !== undefined &&
    [...scopes].sort().join(" ") !== [...claim.conditions.scopes].sort().join(" ");
  const isExpression = claim.valueType === "EXPRESSION";
  const causes = [
    ...fixed,
    ...(hasOtherScopes ? ["conditions.scopes"] : []),
    ...(!isExpression && fields.value ? ["value"] : []),
  ].map((field) => `${field}: Can't be changed for a system claim`);
  if (isExpression && fields.value === "") causes.push(`value: ${leftBlank}`);
  refuseCauses("claim", causes);

  const changed = { ...claim, status: fields.status ?? claim.status };
  if (claim.claimType === "IDENTITY" && fields.alwaysIncludeInToken !== undefined)
    changed.alwaysIncludeInToken = fields.alwaysIncludeInToken;
  return changed.valueType === "EXPRESSION" && fields.value
    ? { ...changed, value: fields.value }
    : changed;
}
