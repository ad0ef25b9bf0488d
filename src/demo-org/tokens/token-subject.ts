import type { ClaimsContext, ClientContext } from "../claims/claims-context.ts";
import type { AuthorizationServer } from "../model/authorization-server.ts";

/** What an access token is about: an app, and somebody who has signed in to it, if anybody has. */
export type AccessTokenSubject = {
  readonly server: AuthorizationServer;
  readonly clientId: string;
  /** The scopes that were granted, in the order in which they were asked for. */
  readonly scopes: readonly string[];
  readonly context: ClientContext;
  /** When the person signed in, as NumericDate: seconds. */
  readonly authTime: number | undefined;
  /** What the app has asked of the sign-in, where it has. @see OpenID Connect Core 1.0 §2 (`acr`) */
  readonly acr: string | undefined;
  /** NumericDate: seconds. */
  readonly issuedAt: number;
};

/** What both tokens of one answer are about. */
export type TokenSubject = AccessTokenSubject & {
  readonly orgId: string;
  readonly context: ClaimsContext;
  readonly authTime: number;
  /** How the person signed in. */
  readonly amr: readonly string[];
};
