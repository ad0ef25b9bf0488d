import { describe, expect, test } from "vitest";
import { callAsClient } from "../../../test-support/client-calls.ts";
import { baseUrl, clientId, createTestOrg, type TestOrg } from "../../../test-support/test-org.ts";
import { callApi, parseCauses, parseId } from "../test-api-client.ts";

const origin = "https://dashboard.example";
const trusted = { name: "Dashboard", origin, scopes: [{ type: "CORS" }, { type: "REDIRECT" }] };

async function trust(org: TestOrg, change: object = {}): Promise<string> {
  return parseId(await callApi(org, "POST", "/trustedOrigins", { ...trusted, ...change }));
}

/** Sends a token request without a grant from an origin's page. @returns The error's description. */
async function fetchTokenError(org: TestOrg, Origin: string): Promise<unknown> {
  const form = { client_id: clientId };
  return (await callAsClient(org, "/oauth2/v1/token", form, { Origin })).body.error_description;
}

async function fetchAllowedOrigin(org: TestOrg): Promise<string | null> {
  const { headers } = await callApi(org, "GET", "/users", undefined, {
    headers: { Origin: origin },
  });
  return headers.get("Access-Control-Allow-Origin");
}

async function signOutTo(org: TestOrg, fromURI: string): Promise<string | null> {
  const query = new URLSearchParams({ fromURI });
  const response = await org.openBrowser().get(`/login/signout?${query}`);
  return response.headers.get("Location");
}

const phoneClientId = "phone-app";

const refusal = expect.stringContaining("must be part of at least one whitelisted redirect_uri");
const noGrant = expect.stringContaining("must specify a 'grant_type'");

describe("a trusted origin", () => {
  test("is returned in the shape of Okta's TrustedOrigin object", async () => {
    const org = await createTestOrg();
    const id = await trust(org);
    const { status, body } = await callApi(org, "GET", `/trustedOrigins/${id}`);

    expect(status).toBe(200);
    expect(id).toMatch(/^tos\w{17}$/);
    expect(body).toMatchObject({
      id,
      ...trusted,
      status: "ACTIVE",
      created: "2026-01-01T00:00:00.000Z",
      createdBy: parseId(await callApi(org, "GET", "/users/me")),
      lastUpdatedBy: parseId(await callApi(org, "GET", "/users/me")),
      _links: { self: { href: `${baseUrl}/api/v1/trustedOrigins/${id}` } },
    });
  });

  test("allows its pages to call the token endpoint and the Management API, and sign-out to redirect to them", async () => {
    const org = await createTestOrg();
    expect(await fetchTokenError(org, origin)).toEqual(refusal);
    expect(await fetchAllowedOrigin(org)).toBeNull();
    expect(await signOutTo(org, `${origin}/bye`)).toBeNull();

    await trust(org);

    expect(await fetchTokenError(org, origin)).toEqual(noGrant);
    expect(await fetchAllowedOrigin(org)).toBe(origin);
    expect(await signOutTo(org, `${origin}/bye`)).toBe(`${origin}/bye#`);
  });

  test("is trusted only within its scopes", async () => {
    const org = await createTestOrg();
    await trust(org, { scopes: [{ type: "REDIRECT" }] });

    expect(await fetchTokenError(org, origin)).toEqual(refusal);
    expect(await signOutTo(org, `${origin}/bye`)).toBe(`${origin}/bye#`);
  });

  test("is not trusted while it is inactive, and after it was deleted", async () => {
    const org = await createTestOrg();
    const path = `/trustedOrigins/${await trust(org)}`;

    const deactivated = await callApi(org, "POST", `${path}/lifecycle/deactivate`);
    expect(deactivated).toMatchObject({ status: 200, body: { status: "INACTIVE" } });
    expect(await fetchTokenError(org, origin)).toEqual(refusal);

    await callApi(org, "POST", `${path}/lifecycle/activate`);
    expect(await fetchTokenError(org, origin)).toEqual(noGrant);

    expect((await callApi(org, "DELETE", path)).status).toBe(204);
    expect(await fetchTokenError(org, origin)).toEqual(refusal);
    expect((await callApi(org, "GET", path)).status).toBe(404);
  });

  test("can be replaced by another origin", async () => {
    const org = await createTestOrg();
    const path = `/trustedOrigins/${await trust(org)}`;
    const other = { ...trusted, origin: "http://localhost:3000" };
    const { body } = await callApi(org, "PUT", path, other);

    expect(body).toMatchObject(other);
    expect(await fetchTokenError(org, origin)).toEqual(refusal);
    expect(await fetchTokenError(org, other.origin)).toEqual(noGrant);
  });

  test("is refused with one cause for each blank field", async () => {
    const blank = { name: "", origin: "", scopes: [] };
    const response = await callApi(await createTestOrg(), "POST", "/trustedOrigins", blank);
    expect(parseCauses(response)).toEqual([
      "name: The field cannot be left blank",
      "origin: The field cannot be left blank",
      "scopes: Must have at least one entry",
    ]);
  });

  test.each([
    ["with a path", { origin: "https://dashboard.example/path" }],
    ["with a slash at its end", { origin: "https://dashboard.example/" }],
    ["with another scheme than HTTP", { origin: "ftp://dashboard.example" }],
    ["for every host of a domain", { origin: "https://*.example" }],
    ["without a name", { name: undefined }],
    ["without scopes", { scopes: [] }],
    ["for frames", { scopes: [{ type: "IFRAME_EMBED" }] }],
  ])("is refused %s", async (_case, change) => {
    const org = await createTestOrg();
    const response = await callApi(org, "POST", "/trustedOrigins", { ...trusted, ...change });

    expect(response).toMatchObject({ status: 400, body: { errorCode: "E0000001" } });
    expect((await callApi(org, "GET", "/trustedOrigins")).body).toStrictEqual([]);
  });

  test("must be unique", async () => {
    const org = await createTestOrg();
    await trust(org);
    const again = await callApi(org, "POST", "/trustedOrigins", { ...trusted, name: "Another" });

    expect(again).toMatchObject({
      status: 400,
      body: { errorCauses: [{ errorSummary: expect.stringMatching(/^origin: .*already exists/) }] },
    });
  });
});

test("a page with the origin null is never trusted, even if an app has a custom scheme", async () => {
  const org = await createTestOrg();
  const app = await callApi(org, "POST", "/apps", {
    name: "oidc_client",
    signOnMode: "OPENID_CONNECT",
    label: "Phone app",
    credentials: {
      oauthClient: {
        client_id: phoneClientId,
        token_endpoint_auth_method: "none",
      },
    },
    settings: {
      oauthClient: { application_type: "native", redirect_uris: ["com.example.app:/callback"] },
    },
  });
  const form = { client_id: phoneClientId };
  const { body } = await callAsClient(org, "/oauth2/v1/token", form, { Origin: "null" });

  expect(app.status).toBe(200);
  expect(body).toMatchObject({ error_description: refusal });
});
