import type { Application } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";

/** Deletes an app, and removes it from the access policies of authorization servers. */
export function withoutApp(
  configuration: Configuration,
  { id, credentials }: Application,
): Configuration {
  const { client_id } = credentials.oauthClient;
  return {
    ...configuration,
    applications: configuration.applications.filter((it) => it.id !== id),
    customServers: configuration.customServers.map((server) => ({
      ...server,
      policies: server.policies.map((policy) => ({
        ...policy,
        conditions: {
          clients: { include: policy.conditions.clients.include.filter((it) => it !== client_id) },
        },
      })),
    })),
  };
}
