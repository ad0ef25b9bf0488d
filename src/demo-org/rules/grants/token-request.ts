import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { Ports } from "../ports.ts";

export type IssuingServer = {
  readonly org: Omit<Ports, "transactions">;
  readonly configuration: Configuration;
  readonly server: AuthorizationServer;
  readonly serverId: string | null;
};

export type TokenRequest = IssuingServer & {
  readonly origin: string | undefined;
};
