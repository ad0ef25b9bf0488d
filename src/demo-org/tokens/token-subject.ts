import type { ClaimsContext } from "../claims/claims-context.ts";
import type { AuthorizationServer } from "../model/authorization-server.ts";

/** What both tokens of one answer are about. */
export type TokenSubject = {
  readonly server: AuthorizationServer;
  readonly clientId: string;
  readonly orgId: string;
  /** The scopes that were granted, in the order in which they were asked for. */
  readonly scopes: readonly string[];
  readonly context: ClaimsContext;
  /** NumericDate: seconds. */
  readonly authTime: number;
  /** How the person signed in. */
  readonly amr: readonly string[];
  /** NumericDate: seconds. */
  readonly issuedAt: number;
};
