import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { Ports } from "../ports.ts";

/** One of the org's authorization servers, which issues the tokens. */
export type IssuingServer = {
  readonly org: Omit<Ports, "transactions">;
  readonly configuration: Configuration;
  readonly server: AuthorizationServer;
  /** The custom server's ID; null for the org server. */
  readonly serverId: string | null;
};

export type TokenRequest = IssuingServer & {
  /** The Origin header: set by browsers alone. */
  readonly origin: string | undefined;
};
