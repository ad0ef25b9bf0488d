import { describe, expect, test } from "vitest";
import { clientId } from "../../../test-support/test-org.ts";
import { parseCauses, parseId } from "../test-api-client.ts";
import {
  denied,
  listNames,
  openPolicy,
  openRule,
  openServer,
  requestToken,
  seededPolicy,
} from "./test-server-client.ts";

describe("an access policy", () => {
  test("is returned in Okta's shape, and all requests are denied if there is none", async () => {
    const { org, call } = await openServer();
    const self = `https://org.example/api/v1/authorizationServers/default${seededPolicy}`;
    const allow = (href: string, ...methods: string[]) => ({ href, hints: { allow: methods } });
    expect((await call("GET", seededPolicy)).body).toStrictEqual({
      id: "00popenToEveryone0h7",
      type: "OAUTH_AUTHORIZATION_POLICY",
      status: "ACTIVE",
      name: "All apps",
      priority: 1,
      system: false,
      conditions: { clients: { include: ["ALL_CLIENTS"] } },
      created: "2019-11-01T08:00:00.000Z",
      lastUpdated: "2019-11-01T08:00:00.000Z",
      _links: {
        self: allow(self, "GET", "PUT", "DELETE"),
        rules: allow(`${self}/rules`, "GET"),
        deactivate: allow(`${self}/lifecycle/deactivate`, "POST"),
      },
    });

    expect((await call("DELETE", seededPolicy)).status).toBe(204);
    expect(await requestToken(org)).toMatchObject(denied);
  });

  test("has an effect only while it is active", async () => {
    const { org, call } = await openServer();
    await call("POST", `${seededPolicy}/lifecycle/deactivate`);
    expect(await requestToken(org)).toMatchObject(denied);
    await call("POST", `${seededPolicy}/lifecycle/activate`);
    expect(await requestToken(org)).toHaveProperty("access_token");
  });

  test("moves other policies down when it is inserted, and its priority can be changed", async () => {
    const server = await openServer();
    const second = await server.add("/policies", { ...openPolicy, name: "Second" });
    await server.add("/policies", { ...openPolicy, name: "First", priority: 1 });
    expect(await listNames(server, "/policies")).toEqual(["1 First", "2 All apps", "3 Second"]);
    const moved = await server.call("PUT", `/policies/${second}`, {
      ...openPolicy,
      name: "Second",
      priority: 1,
    });
    expect(moved.body).toMatchObject({ priority: 1 });
    await server.call("DELETE", seededPolicy);
    expect(await listNames(server, "/policies")).toEqual(["1 Second", "2 First"]);
  });

  test("keeps its rules when it is replaced, and can be limited to some clients", async () => {
    const { org, call } = await openServer();
    const body = { name: "Ours", conditions: { clients: { include: [clientId] } } };
    expect((await call("PUT", seededPolicy, body)).body).toMatchObject(body);
    expect(await requestToken(org)).toHaveProperty("access_token");
    await call("PUT", seededPolicy, { ...body, conditions: { clients: { include: [] } } });
    expect(await requestToken(org)).toMatchObject(denied);
  });

  test.each([
    ["no conditions", {}],
    ["null conditions", { conditions: null }],
    ["empty conditions", { conditions: {} }],
    ["no included clients", { conditions: { clients: {} } }],
  ])("can be created with %s, and then applies to no client", async (_kind, conditions) => {
    const { org, call } = await openServer();
    await call("DELETE", seededPolicy);
    const { conditions: _open, ...policy } = openPolicy;
    const { status, body } = await call("POST", "/policies", { ...policy, ...conditions });
    expect(status).toBe(201);
    expect(body).toMatchObject({ conditions: { clients: { include: [] } } });
    await call("POST", `/policies/${parseId({ body })}/rules`, openRule);
    expect(await requestToken(org)).toMatchObject(denied);
  });

  test("must refer to existing clients", async () => {
    const { call } = await openServer();
    const response = await call("POST", "/policies", {
      ...openPolicy,
      conditions: { clients: { include: ["0oanobody"] } },
    });
    expect(parseCauses(response)).toEqual([
      "conditions.clients.include: There is no client '0oanobody'",
    ]);
  });
});
