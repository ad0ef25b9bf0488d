import type { ResponseType } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";

export type RequestToPredict = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  /** `scopes_supported` of the server's metadata, if it is known. */
  serverScopes?: readonly string[];
};
