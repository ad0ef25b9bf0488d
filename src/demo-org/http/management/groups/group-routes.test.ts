import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../../seed/configuration.ts";
import { createTestOrg } from "../../../test-support/test-org.ts";
import { type ApiResponse, callApi } from "../test-api-client.ts";

const it = "00goeudyucv6CcaeV0h7";
const domainUsers = "00gdomainUsersDem0h7";

function namesOf({ body }: ApiResponse): string[] {
  return Array.isArray(body) ? body.map(({ profile }) => profile.name) : [];
}

describe("a group", () => {
  test("is returned in the shape of Okta's Group object", async () => {
    const { status, body } = await callApi(await createTestOrg(), "GET", `/groups/${it}`);

    expect(status).toBe(200);
    expect(body).toStrictEqual({
      id: it,
      created: "2019-11-01T08:00:00.000Z",
      lastUpdated: "2019-11-01T08:00:00.000Z",
      lastMembershipUpdated: "2019-11-01T08:00:00.000Z",
      objectClass: ["okta:user_group"],
      type: "OKTA_GROUP",
      profile: { name: "IT", description: "Keeps the computers running" },
      _links: {
        logo: [
          { name: "medium", href: expect.stringMatching(/^https:/), type: "image/png" },
          { name: "large", href: expect.stringMatching(/^https:/), type: "image/png" },
        ],
        owners: { href: `https://org.example/api/v1/groups/${it}/owners` },
        users: { href: `https://org.example/api/v1/groups/${it}/users` },
        apps: { href: `https://org.example/api/v1/groups/${it}/apps` },
      },
    });
  });

  test("returns the directory that it was imported from", async () => {
    const { body } = await callApi(await createTestOrg(), "GET", `/groups/${domainUsers}`);

    expect(body).toMatchObject({
      type: "APP_GROUP",
      objectClass: ["okta:windows_security_principal"],
      profile: { windowsDomainQualifiedName: "EXAMPLE\\Domain Users" },
      source: { id: "0oaactiveDirector0h7" },
      _links: { source: { href: "https://org.example/api/v1/apps/0oaactiveDirector0h7" } },
    });
  });

  test("returns the number of its members on request", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "GET", `/groups/${it}?expand=stats`);
    const list = await callApi(org, "GET", "/groups?expand=stats&q=IT");

    expect(body).toHaveProperty("_embedded.stats.usersCount", 3);
    expect(list.body).toStrictEqual([body]);
  });

  test.each(["00gnobody", "__proto__", "IT"])("is not found as %s", async (id) => {
    expect(await callApi(await createTestOrg(), "GET", `/groups/${id}`)).toMatchObject({
      status: 404,
      body: {
        errorCode: "E0000007",
        errorSummary: `Not found: Resource not found: ${id} (UserGroup)`,
      },
    });
  });
});

describe("a list of groups", () => {
  test.each([
    ["q=midwest", ["Midwest Sales"]],
    ["q=est", []],
    ['search=profile.name eq "it"', ["IT"]],
    ['filter=type eq "APP_GROUP"', ["Domain Users", "VPN Users"]],
    ['filter=type eq "BUILT_IN"', ["Everyone"]],
    ['search=source.id eq "0oaactiveDirector0h7" and profile.name sw "VPN"', ["VPN Users"]],
    ['filter=lastUpdated gt "2026-01-01T00:00:00.000Z"', []],
  ])("can be filtered by %s", async (query, names) => {
    const path = `/groups?${query.split("=")[0]}=${encodeURIComponent(query.slice(query.indexOf("=") + 1))}`;

    expect(namesOf(await callApi(await createTestOrg(), "GET", path))).toStrictEqual(names);
  });

  test("can be read completely in pages", async () => {
    const org = await createTestOrg();
    const seen: string[] = [];
    let path: string | undefined = '/groups?limit=50&search=type%20eq%20"OKTA_GROUP"';
    while (path !== undefined) {
      const response: ApiResponse = await callApi(org, "GET", path);
      seen.push(...namesOf(response));
      const next = /<([^>]+)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
      path = next?.replace("https://org.example/api/v1", "");
    }

    const okta = seedConfiguration.groups.filter(({ type }) => type === "OKTA_GROUP");
    expect(seen).toStrictEqual(okta.map(({ profile }) => profile.name));
  });

  test.each(["x", "-1", "1.5", ""])("is refused with the limit %j", async (limit) => {
    expect(await callApi(await createTestOrg(), "GET", `/groups?limit=${limit}`)).toMatchObject({
      status: 400,
      body: {
        errorCode: "E0000001",
        errorCauses: [{ errorSummary: expect.stringMatching(/^limit: /) }],
      },
    });
  });

  test.each([
    ["no token", { Authorization: "" }, "E0000005", /Authorization: SSWS/],
    ["an OAuth access token", { Authorization: "Bearer demo-api-token" }, "E0000005", /SSWS/],
    ["another token", { Authorization: "SSWS nonsense" }, "E0000011", /not the org's API token/],
  ])(
    "is refused with %s, and the error says what is required",
    async (_case, headers, errorCode, cause) => {
      const response = await callApi(await createTestOrg(), "GET", "/groups", undefined, {
        headers,
      });

      const errorCauses = [{ errorSummary: expect.stringMatching(cause) }];
      expect(response).toMatchObject({ status: 401, body: { errorCode, errorCauses } });
    },
  );
});
