import { createTestOrg, parseFragment, type TestOrg } from "../../../test-support/test-org.ts";
import { callApi, parseId } from "../test-api-client.ts";

/** For tests: calls for one authorization server. Paths are relative to the server's path: `/scopes`. */
export async function openServer(id = "default", org?: TestOrg) {
  const opened = org ?? (await createTestOrg());
  const call = (method: Parameters<typeof callApi>[1], path: string, body?: unknown) =>
    callApi(opened, method, `/authorizationServers/${id}${path}`, body);
  return {
    org: opened,
    call,
    add: async (path: string, body: unknown) => {
      const response = await call("POST", path, body);
      if (response.status !== 201) throw new Error(JSON.stringify(response.body));
      return parseId(response);
    },
  };
}

export type ServerClient = Awaited<ReturnType<typeof openServer>>;

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

export const seededPolicy = "/policies/00popenToEveryone0h7";

/** Signs in at the server `default`. */
export async function requestToken({ openBrowser }: TestOrg, person = "it.user@example.com") {
  const request = { response_type: "token", scope: "openid" };
  return parseFragment(await openBrowser().signIn(person, request, "/default"));
}

export const denied = {
  error: "access_denied",
  error_description:
    "Policy evaluation failed for this request, please check the policy configurations.",
};

/** Lists names with their priorities: `1 All apps`. */
export async function listNames({ call }: ServerClient, path: string): Promise<unknown> {
  const { body } = await call("GET", path);
  return Array.isArray(body) ? body.map(({ name, priority }) => `${priority} ${name}`) : body;
}
