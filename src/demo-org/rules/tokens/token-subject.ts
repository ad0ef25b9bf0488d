import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { ClaimsContext, ClientContext } from "../claims/claims-context.ts";

export type AccessTokenSubject = {
  readonly server: AuthorizationServer;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly context: ClientContext;
  readonly authTime: number | undefined;
  /** What the request required. @see OpenID Connect Core 1.0 §2 (`acr`) */
  readonly acr: string | undefined;
  readonly issuedAt: number;
};

export type TokenSubject = AccessTokenSubject & {
  readonly orgId: string;
  readonly context: ClaimsContext;
  readonly authTime: number;
  readonly amr: readonly string[];
};
