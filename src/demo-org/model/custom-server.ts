import * as v from "valibot";
import { claimSchema } from "./claim.ts";

const scopeSchema = v.object({
  id: v.string(),
  name: v.string(),
  displayName: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  system: v.boolean(),
  metadataPublish: v.picklist(["ALL_CLIENTS", "NO_CLIENTS"]),
  default: v.boolean(),
});

const peopleSchema = v.object({
  include: v.array(v.string()),
  exclude: v.exactOptional(v.array(v.string())),
});

/** `EVERYONE` means every user, `*` every scope. */
const policyRuleSchema = v.object({
  id: v.string(),
  name: v.string(),
  priority: v.number(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
  conditions: v.object({
    people: v.object({ users: peopleSchema, groups: peopleSchema }),
    grantTypes: v.object({ include: v.array(v.string()) }),
    scopes: v.object({ include: v.array(v.string()) }),
  }),
  actions: v.object({
    token: v.object({
      accessTokenLifetimeMinutes: v.number(),
      /** 0 means unlimited. */
      refreshTokenLifetimeMinutes: v.exactOptional(v.number()),
      refreshTokenWindowMinutes: v.exactOptional(v.number()),
    }),
  }),
});

/** `ALL_CLIENTS` means every client. */
const accessPolicySchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.exactOptional(v.string()),
  priority: v.number(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
  conditions: v.object({ clients: v.object({ include: v.array(v.string()) }) }),
  rules: v.array(policyRuleSchema),
});

export const customServerSchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.exactOptional(v.string()),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
  audiences: v.tuple([v.string()]),
  scopes: v.array(scopeSchema),
  claims: v.array(claimSchema),
  policies: v.array(accessPolicySchema),
});

export type CustomServer = v.InferOutput<typeof customServerSchema>;
export type Scope = v.InferOutput<typeof scopeSchema>;
export type AccessPolicy = v.InferOutput<typeof accessPolicySchema>;
export type PolicyRule = v.InferOutput<typeof policyRuleSchema>;
