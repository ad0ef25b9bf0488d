import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { ClaimsContext, ClientContext } from "../claims/claims-context.ts";

/** The app that an access token is issued to, and the user if there is one. */
export type AccessTokenSubject = {
  readonly server: AuthorizationServer;
  readonly clientId: string;
  /** The granted scopes, in the order of the request. */
  readonly scopes: readonly string[];
  readonly context: ClientContext;
  /** When the person signed in, as NumericDate: seconds. */
  readonly authTime: number | undefined;
  /** The `acr` that the request required, if any. @see OpenID Connect Core 1.0 §2 (`acr`) */
  readonly acr: string | undefined;
  /** NumericDate: seconds. */
  readonly issuedAt: number;
};

/** The subject shared by both tokens of one response. */
export type TokenSubject = AccessTokenSubject & {
  readonly orgId: string;
  readonly context: ClaimsContext;
  readonly authTime: number;
  /** How the person signed in. */
  readonly amr: readonly string[];
};
