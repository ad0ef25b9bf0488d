import type { ExpiringRecords } from "../expiring-records.ts";
import type { Lifetimes } from "./lifetimes.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** The interface of the org that the rules use. Each function takes only the ports it needs. */
export type Ports = {
  readonly baseUrl: string;
  /** Redirect URIs of the first app that the org was started with. They depend on where the page runs. */
  readonly redirectUris: readonly string[];
  readonly clock: () => number;
  readonly lifetimes: () => Lifetimes;
  readonly loadSigningKeys: () => Promise<SigningKeys>;
  readonly transactions: ExpiringRecords;
  readonly codes: ExpiringRecords;
  readonly refreshTokens: ExpiringRecords;
  /** Maps a token's `jti` to the sign-in that the token was issued for. */
  readonly tokenFamilies: ExpiringRecords;
  /** Contains the `jti` of revoked tokens and the IDs of revoked sign-ins. */
  readonly revocations: ExpiringRecords;
};
