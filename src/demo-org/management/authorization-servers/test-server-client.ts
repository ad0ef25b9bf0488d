import { createTestOrg, type TestOrg } from "../../test-org.ts";
import { type ApiAnswer, callApi, readId } from "../test-api-client.ts";

/** For tests: calls about one authorization server, and what came of each. Paths are below its own: `/scopes`. */
export type ServerClient = {
  readonly org: TestOrg;
  readonly call: (
    method: Parameters<typeof callApi>[1],
    path: string,
    body?: unknown,
  ) => Promise<ApiAnswer>;
  /** Adds something, and gives the ID it got. */
  readonly add: (path: string, body: unknown) => Promise<string>;
};

/** For tests: one server of an org, which is a new one unless it is given. */
export async function openServer(id = "default", org?: TestOrg): Promise<ServerClient> {
  const opened = org ?? (await createTestOrg());
  const call: ServerClient["call"] = (method, path, body) =>
    callApi(opened, method, `/authorizationServers/${id}${path}`, body);
  return {
    org: opened,
    call,
    add: async (path, body) => {
      const answer = await call("POST", path, body);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return readId(answer);
    },
  };
}

/** A rule for everyone and every scope, by the grants of this page. */
export const openRule = {
  type: "RESOURCE_ACCESS",
  name: "Everyone",
  conditions: {
    people: { users: { include: [] }, groups: { include: ["EVERYONE"] } },
    grantTypes: { include: ["implicit", "authorization_code", "client_credentials"] },
    scopes: { include: ["*"] },
  },
  actions: { token: { accessTokenLifetimeMinutes: 60 } },
};

export const openPolicy = {
  type: "OAUTH_AUTHORIZATION_POLICY",
  name: "All clients",
  description: "For every app",
  conditions: { clients: { include: ["ALL_CLIENTS"] } },
};
