import * as v from "valibot";

/** What a person has let a client have: kept behind a code, and behind a refresh token. */
export const grantSchema = v.object({
  /** All that ever comes of one sign-in shares it, so that it can be revoked together. */
  familyId: v.string(),
  clientId: v.string(),
  /** The custom server that was asked; null for the org server. */
  serverId: v.nullable(v.string()),
  userId: v.string(),
  scopes: v.array(v.string()),
  /** NumericDate: seconds. */
  authTime: v.number(),
  amr: v.array(v.string()),
  acr: v.optional(v.string()),
  nonce: v.optional(v.string()),
});

export type Grant = v.InferOutput<typeof grantSchema>;
