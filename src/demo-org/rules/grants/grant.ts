import * as v from "valibot";
import type { PermissionQuestion } from "../permission/permission.ts";
import type { Ports } from "../ports.ts";

/** What a user granted to a client. Stored with a code and with a refresh token. */
export const grantSchema = v.object({
  /** Shared by all tokens of one sign-in, so that they can be revoked together. */
  familyId: v.string(),
  clientId: v.string(),
  serverId: v.nullable(v.string()),
  userId: v.string(),
  scopes: v.array(v.string()),
  authTime: v.number(),
  amr: v.array(v.string()),
  acr: v.optional(v.string()),
  nonce: v.optional(v.string()),
});

export type Grant = v.InferOutput<typeof grantSchema>;

export type IssuingServer = Pick<PermissionQuestion, "server" | "configuration"> & {
  readonly org: Omit<Ports, "transactions">;
  readonly serverId: string | null;
};

export type TokenRequest = IssuingServer & {
  readonly origin: string | undefined;
};
