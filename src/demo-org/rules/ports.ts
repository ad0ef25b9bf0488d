import type { ExpiringRecords } from "../expiring-records.ts";
import type { Lifetimes } from "./lifetimes.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** What the rules need from the org that runs them. A function takes only the ports it names. */
export type Ports = {
  readonly baseUrl: string;
  /** Those of the first app, which depend on where the page runs. */
  readonly redirectUris: readonly string[];
  readonly clock: () => number;
  readonly lifetimes: () => Lifetimes;
  readonly loadSigningKeys: () => Promise<SigningKeys>;
  readonly transactions: ExpiringRecords;
  readonly codes: ExpiringRecords;
  readonly refreshTokens: ExpiringRecords;
  /** The sign-in that a token was issued for, by the token's `jti`. */
  readonly tokenFamilies: ExpiringRecords;
  /** Revoked tokens, by `jti`, and revoked sign-ins. */
  readonly revocations: ExpiringRecords;
};
