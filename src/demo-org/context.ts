import type { IssuingServer } from "./model/issuing-server.ts";
import type { Org } from "./model/org.ts";
import type { BrowserBinding } from "./sign-in/browser-binding.ts";
import type { Sessions } from "./sign-in/sessions.ts";
import type { Transactions } from "./sign-in/transactions.ts";
import type { SigningKey } from "./tokens/signing-keys.ts";

/** What every endpoint of the org works with. */
export type OrgContext = {
  readonly org: Org;
  /** The org's own URL, without a slash at its end. */
  readonly baseUrl: string;
  readonly redirectUris: readonly string[];
  readonly signingKeys: () => Promise<readonly SigningKey[]>;
  readonly sessions: Sessions;
  readonly browserBinding: BrowserBinding;
  readonly transactions: Transactions;
  /** NumericDate seconds. */
  readonly nowSeconds: () => number;
  /** The server behind a path: the org's own without an id, else the custom one of that id. */
  readonly findServer: (id: string | undefined) => IssuingServer | undefined;
  readonly findServerByIssuer: (issuer: string) => IssuingServer | undefined;
};
