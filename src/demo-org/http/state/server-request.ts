import type { Context } from "hono";
import {
  type AuthorizationServer,
  describeOrgServer,
  findCustomServer,
} from "../../model/authorization-server.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { Org } from "./org.ts";

export type OrgRequest = {
  readonly c: Context;
  readonly org: Org;
  readonly configuration: Configuration;
};

export type ServerRequest = OrgRequest & {
  readonly server: AuthorizationServer;
  readonly serverId: string | null;
};

export function findServer(
  { baseUrl }: Org,
  configuration: Configuration,
  serverId: string | null,
): AuthorizationServer | undefined {
  return serverId === null
    ? describeOrgServer(baseUrl)
    : findCustomServer(configuration, baseUrl, serverId);
}
