import * as v from "valibot";
import { type Claim, groupFilterTypeSchema } from "../../../model/claim.ts";
import type { CustomServer } from "../../../model/custom-server.ts";
import { findReservedName } from "../../../rules/claims/reserved-claim-names.ts";
import { ApiError } from "../api-error.ts";
import { nameSchema } from "../name.ts";
import { parseFields } from "../read-body.ts";
import { checkScopesExist } from "./check-references.ts";

const status = v.picklist(["ACTIVE", "INACTIVE"]);

/** @see Okta help: Create API access claims (1,024 characters) */
export const claimValueSchema = v.pipe(v.string(), v.maxLength(1024));

const common = {
  name: nameSchema,
  status: v.optional(status, "ACTIVE"),
  claimType: v.picklist(["IDENTITY", "RESOURCE"]),
  conditions: v.nullish(v.object({ scopes: v.optional(v.array(v.string()), []) }), { scopes: [] }),
  /** Unverified: the default "Always". Chosen because it is preselected in the Admin Console. */
  alwaysIncludeInToken: v.optional(v.boolean(), true),
};

/**
 * Unverified: that the API takes an empty filter, which then matches every group. Okta's help describes it so, while the
 * console's form refuses it.
 *
 * @see Okta help: Create API access claims; oktadeveloper/okta-blog-archive#1594 on GitHub
 */
const claimBodySchema = v.variant("valueType", [
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

const systemClaimBodySchema = v.object({
  name: v.optional(v.string()),
  claimType: v.optional(v.string()),
  valueType: v.optional(v.string()),
  conditions: v.nullish(v.object({ scopes: v.array(v.string()) })),
  status: v.optional(status),
  alwaysIncludeInToken: v.optional(v.boolean()),
  value: v.nullish(claimValueSchema),
});

/**
 * Parses a claim's body.
 *
 * Expressions and regexes are not validated until a token is issued, as at Okta.
 *
 * @throws {ApiError} The body is invalid, or conflicts with the server's other claims.
 * @see Okta: Authorization Servers API, the OAuth2Claim object; Okta help: Create API access claims
 */
export function parseClaim(body: unknown, id: string, server: CustomServer): Claim {
  const fields = parseFields(body, claimBodySchema, "claim");
  const { name, claimType, conditions } = fields;
  const reserved = findReservedName(name, claimType);
  if (reserved !== undefined)
    throw new ApiError({ code: "invalid", object: "name", causes: [`name: ${reserved}`] });
  const isTaken = server.claims.some(
    (it) => it.id !== id && it.name === name && it.claimType === claimType,
  );
  if (isTaken) throw new ApiError({ code: "taken", object: "name", fields: ["name"] });
  checkScopesExist(server, conditions.scopes, "conditions.scopes");
  return {
    ...fields,
    id,
    system: false,
    // Claims of access tokens are always included.
    alwaysIncludeInToken: claimType === "RESOURCE" || fields.alwaysIncludeInToken,
  };
}

/**
 * Changes a standard claim: status and whether thin ID tokens include it, and for the access token's `sub` also the
 * expression.
 *
 * @throws {ApiError} The body changes anything else.
 */
export function changeSystemClaim(claim: Claim, body: unknown): Claim {
  const fields = parseFields(body, systemClaimBodySchema, "claim");
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
  if (causes.length > 0) throw new ApiError({ code: "invalid", object: "claim", causes });

  const changed = { ...claim, status: fields.status ?? claim.status };
  if (claim.claimType === "IDENTITY" && fields.alwaysIncludeInToken !== undefined)
    changed.alwaysIncludeInToken = fields.alwaysIncludeInToken;
  return changed.valueType === "EXPRESSION" && fields.value
    ? { ...changed, value: fields.value }
    : changed;
}
