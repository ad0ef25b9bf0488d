import { describe, expect, test } from "vitest";
import { fetchOrgSetUp, type SetUpQuestion } from "./fetch-org-set-up.ts";
import { createFakeOrg, orgUrl, type Routes, refuse } from "./test-org-api.ts";

const app = {
  id: "0oaapp",
  label: "My App",
  status: "ACTIVE",
  credentials: { oauthClient: { client_id: "0oaapp" } },
  settings: {
    oauthClient: {
      application_type: "browser",
      grant_types: ["implicit"],
      response_types: ["id_token", "token"],
      redirect_uris: ["https://example.com/"],
    },
  },
  profile: { allowed: ["IT"] },
};
const user = {
  id: "00uann",
  status: "ACTIVE",
  profile: { login: "ann@example.com" },
  credentials: { password: {} },
};
const group = (id: string, name: string, type = "OKTA_GROUP") => ({
  id,
  created: "2026-01-01T00:00:00.000Z",
  type,
  profile: { name },
});
const claim = {
  id: "ocl1",
  name: "Groups",
  status: "ACTIVE",
  claimType: "IDENTITY",
  valueType: "GROUPS",
  value: "IT",
  group_filter_type: "EQUALS",
  conditions: { scopes: ["groups"] },
  system: false,
  alwaysIncludeInToken: false,
};
const rule = {
  id: "0prrule",
  name: "Any",
  priority: 1,
  status: "ACTIVE",
  conditions: {
    people: { users: { include: [], exclude: [] }, groups: { include: ["EVERYONE"], exclude: [] } },
    grantTypes: { include: ["implicit"] },
    scopes: { include: ["*"] },
  },
  actions: { token: { accessTokenLifetimeMinutes: 60 } },
};
const policy = {
  id: "00ppolicy",
  name: "Policy",
  priority: 1,
  status: "ACTIVE",
  conditions: { clients: { include: ["ALL_CLIENTS"] } },
};
const groupsClaimPath = "GET /api/v1/internal/apps/0oaapp/settings/oauth/idToken";
const evaluationPath = "POST /demo/v1/expression-check";
const serverPath = "GET /api/v1/authorizationServers/aus1";

const routes: Routes = {
  "GET /api/v1/apps/0oaapp": app,
  [groupsClaimPath]: {
    valueType: "GROUPS",
    name: "groups",
    groupFilterType: "REGEX",
    value: ".*",
  },
  "GET /api/v1/apps/0oaapp/users/00uann": { id: "00uann" },
  "GET /api/v1/apps?limit=200": [app],
  "GET /api/v1/users/00uann": user,
  "GET /api/v1/users/00uann/groups?limit=200": [group("00gany", "Everyone", "BUILT_IN")],
  [serverPath]: {
    id: "aus1",
    name: "Server",
    audiences: ["api://x"],
    issuer: `${orgUrl}/oauth2/aus1`,
    status: "ACTIVE",
  },
  [`${serverPath}/scopes?limit=200`]: [
    { id: "scp1", name: "groups", system: false, metadataPublish: "NO_CLIENTS", default: true },
  ],
  [`${serverPath}/claims`]: [claim],
  [`${serverPath}/policies`]: [policy],
  [`${serverPath}/policies/00ppolicy/rules`]: [rule],
};

const orgServerQuestion: SetUpQuestion = {
  server: { kind: "org" },
  clientId: "0oaapp",
  user: { id: "00uann" },
};
const customServerQuestion: SetUpQuestion = {
  ...orgServerQuestion,
  server: { kind: "custom", id: "aus1" },
};

function fetchSetUp(changed: Routes = {}, question: Partial<SetUpQuestion> = {}) {
  const { fetch } = createFakeOrg({ ...routes, ...changed });
  return fetchOrgSetUp(orgUrl, { ...customServerQuestion, ...question }, fetch);
}

describe(fetchOrgSetUp, () => {
  test("reads the demo org's setting of the code flow, for the org server", async () => {
    const thin = { "GET /demo/v1/settings": { codeFlowIdToken: "thin" } };
    expect(await fetchSetUp(thin, orgServerQuestion)).toMatchObject({ codeFlowIdToken: "thin" });
    expect(await fetchSetUp(thin)).not.toHaveProperty("codeFlowIdToken");
    expect(await fetchSetUp({}, orgServerQuestion)).not.toHaveProperty("codeFlowIdToken");
  });

  test("reads the app, the server and the user", async () => {
    expect(await fetchSetUp()).toMatchObject({
      app: {
        id: "0oaapp",
        label: "My App",
        isActive: true,
        grantTypes: ["implicit"],
        responseTypes: ["id_token", "token"],
        redirectUris: ["https://example.com/"],
        groupsClaim: { name: "groups", value: { kind: "filter", type: "REGEX", value: ".*" } },
        profile: { allowed: ["IT"] },
        isUserAssigned: true,
      },
      server: {
        id: "aus1",
        name: "Server",
        isActive: true,
        scopes: [{ name: "groups", isDefault: true }],
        claims: [
          {
            id: "ocl1",
            name: "Groups",
            token: "id_token",
            value: { kind: "filter", type: "EQUALS", value: "IT" },
            isActive: true,
            isAlways: false,
            scopes: ["groups"],
          },
        ],
        policies: [
          {
            id: "00ppolicy",
            name: "Policy",
            isActive: true,
            clients: "all",
            rules: [
              {
                id: "0prrule",
                name: "Any",
                isActive: true,
                grantTypes: ["implicit"],
                people: "everyone",
                excluded: { groups: [], users: [] },
                scopes: "any",
              },
            ],
          },
        ],
      },
      user: {
        id: "00uann",
        login: "ann@example.com",
        status: "ACTIVE",
        hasPassword: true,
        groups: [{ id: "00gany", name: "Everyone", isImported: false }],
      },
    });
  });

  test("reads no custom server for a request to the org server", async () => {
    const { fetch, calls } = createFakeOrg(routes);
    const setUp = await fetchOrgSetUp(orgUrl, orgServerQuestion, fetch);
    expect(setUp?.app?.label).toBe("My App");
    expect(setUp?.server).toBeUndefined();
    expect(calls.some(({ call }) => call.includes("authorizationServers"))).toBe(false);
  });

  test("finds the user by username", async () => {
    const login = "ann%40example.com";
    const changed = {
      [`GET /api/v1/users/${login}`]: user,
      [`GET /api/v1/users/${login}/groups?limit=200`]: [group("00git", "IT")],
    };
    const setUp = await fetchSetUp(changed, { user: { login: "ann@example.com" } });
    expect(setUp?.user).toMatchObject({ id: "00uann", groups: [{ name: "IT" }] });
    expect(setUp?.app?.isUserAssigned).toBe(true);
  });

  test("reads all pages of a user's groups", async () => {
    const path = "GET /api/v1/users/00uann/groups?limit=200";
    const next = `<${orgUrl}/api/v1/users/00uann/groups?limit=200&after=1>; rel="next"`;
    const changed = {
      [path]: Response.json([group("00gone", "One")], { headers: { Link: next } }),
      [`${path}&after=1`]: [group("00gtwo", "Two", "APP_GROUP")],
    };
    expect((await fetchSetUp(changed))?.user?.groups).toEqual([
      { id: "00gone", name: "One", isImported: false },
      { id: "00gtwo", name: "Two", isImported: true },
    ]);
  });

  test("finds an app by its client ID where that is not the app's ID", async () => {
    const other = { ...app, id: "0oaother", credentials: { oauthClient: { client_id: "mine" } } };
    const changed = {
      "GET /api/v1/apps?limit=200": [{ id: "0oasaml", label: "SAML app" }, app, other],
      "GET /api/v1/internal/apps/0oaother/settings/oauth/idToken": {},
    };
    const setUp = await fetchSetUp(changed, { clientId: "mine" });
    expect(setUp?.app).toMatchObject({ id: "0oaother", groupsClaim: undefined });
  });

  test.each<[string, Partial<SetUpQuestion>, object]>([
    ["app", { clientId: "0oanone" }, { app: undefined }],
    ["server", { server: { kind: "custom", id: "ausnone" } }, { server: undefined }],
    ["user", { user: { id: "00unone" } }, { user: undefined }],
    ["user", { user: undefined }, { user: undefined }],
  ])("returns no %s for %o", async (_name, question, part) => {
    const setUp = await fetchSetUp({}, question);
    expect(setUp).toMatchObject(part);
    const { app, server, user } = setUp ?? {};
    expect([app, server, user].filter(Boolean)).toHaveLength(2);
  });

  test.each<[string, Routes, boolean | undefined, Partial<SetUpQuestion>?]>([
    ["assigned", {}, true],
    ["not assigned", { "GET /api/v1/apps/0oaapp/users/00uann": refuse(404, "Not found") }, false],
    [
      "not assigned, with Federation Broker Mode",
      {
        "GET /api/v1/apps/0oaapp/users/00uann": refuse(404, "Not found"),
        "GET /api/v1/apps/0oaapp": {
          ...app,
          settings: { ...app.settings, implicitAssignment: true },
        },
      },
      true,
    ],
    ["unknown", {}, undefined, { user: undefined }],
  ])("says whether the user is %s", async (_case, changed, isUserAssigned, question) => {
    expect((await fetchSetUp(changed, question))?.app?.isUserAssigned).toBe(isUserAssigned);
  });

  test.each([
    [
      { kind: "value", language: "classic", value: ["IT"] },
      { kind: "value", value: ["IT"] },
    ],
    [{ kind: "value", language: "classic", value: null }, { kind: "nothing" }],
    [
      { kind: "mistake", language: "classic", message: "Wrong.", offset: 0, length: 1 },
      { kind: "failed", message: "Wrong." },
    ],
    // For an inactive app, the org evaluates nothing.
    [refuse(404, "Not found"), undefined],
  ])("lets the org evaluate expressions: %o", async (answer, evaluation) => {
    const expression = "user.login";
    const changed = {
      [groupsClaimPath]: { valueType: "EXPRESSION", name: "groups", value: expression },
      [`${serverPath}/claims`]: [
        { ...claim, valueType: "EXPRESSION", value: expression, group_filter_type: null },
      ],
      [evaluationPath]: answer,
    };
    const value = { kind: "expression", expression, evaluation };
    const setUp = await fetchSetUp(changed);
    expect(setUp?.app?.groupsClaim?.value).toEqual(value);
    expect(setUp?.server?.claims[0]?.value).toEqual(value);
    const withoutUser = await fetchSetUp(changed, { user: undefined });
    expect(withoutUser?.server?.claims[0]?.value).toEqual({ ...value, evaluation: undefined });
  });

  test("evaluates an expression for the request's app, scopes and flow", async () => {
    const { fetch, calls } = createFakeOrg({
      ...routes,
      [groupsClaimPath]: { valueType: "EXPRESSION", name: "groups", value: "access.scope" },
      [evaluationPath]: { kind: "value", language: "classic", value: null },
    });
    const question = { ...orgServerQuestion, scopes: ["openid"], responseType: "code" } as const;
    await fetchOrgSetUp(orgUrl, question, fetch);
    expect(calls.find(({ call }) => call === evaluationPath)?.body).toEqual({
      expression: "access.scope",
      clientId: "0oaapp",
      scopes: ["openid"],
      flow: "code",
      userId: "00uann",
    });
  });

  test("leaves out Okta's own claims", async () => {
    const system = { ...claim, id: "oclsub", name: "sub", system: true };
    const setUp = await fetchSetUp({ [`${serverPath}/claims`]: [system, claim] });
    expect(setUp?.server?.claims.map(({ id }) => id)).toEqual(["ocl1"]);
  });

  test("lists policies and rules in the order of their priority", async () => {
    const setUp = await fetchSetUp({
      [`${serverPath}/policies`]: [
        {
          ...policy,
          id: "00psecond",
          priority: 2,
          conditions: { clients: { include: ["0oaapp"] } },
        },
        policy,
      ],
      [`${serverPath}/policies/00psecond/rules`]: [
        { ...rule, id: "0prlater", priority: 2 },
        {
          ...rule,
          id: "0prfirst",
          status: "INACTIVE",
          conditions: {
            people: { users: { include: ["00uann"] }, groups: { include: ["00git"] } },
            grantTypes: { include: ["authorization_code"] },
            scopes: { include: ["openid"] },
          },
        },
      ],
    });
    const [first, second] = setUp?.server?.policies ?? [];
    expect(first).toMatchObject({ id: "00ppolicy", clients: "all" });
    expect(second).toMatchObject({ id: "00psecond", clients: ["0oaapp"] });
    expect(second?.rules).toMatchObject([
      {
        id: "0prfirst",
        isActive: false,
        people: { users: ["00uann"], groups: ["00git"] },
        scopes: ["openid"],
      },
      { id: "0prlater", people: "everyone" },
    ]);
  });

  test.each<[string, Routes]>([
    ["a web page instead of JSON", { "GET /api/v1/users/00uann": new Response("<!doctype html>") }],
    ["an object of another shape", { [`${serverPath}/claims`]: [{ id: 1 }] }],
    ["an object instead of a list", { [`${serverPath}/policies`]: {} }],
    ["a list instead of an object", { "GET /api/v1/apps/0oaapp": [] }],
    ["an error", { [serverPath]: refuse(500, "Internal Server Error") }],
    ["an empty error", { [groupsClaimPath]: new Response(null, { status: 503 }) }],
    ["rules that are missing", { [`${serverPath}/policies/00ppolicy/rules`]: refuse(404, "Not") }],
  ])("returns nothing where the org responds with %s", async (_case, changed) => {
    expect(await fetchSetUp(changed)).toBeUndefined();
  });

  test("returns nothing without a connection", async () => {
    const fail = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await fetchOrgSetUp(orgUrl, customServerQuestion, fail)).toBeUndefined();
  });

  test("makes no more than eight calls at once", async () => {
    const { fetch } = createFakeOrg({
      ...routes,
      [`${serverPath}/policies`]: Array.from({ length: 30 }, (_, index) => ({
        ...policy,
        id: `00p${index}`,
      })),
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`${serverPath}/policies/00p${index}/rules`, []]),
      ),
    });
    let running = 0;
    let most = 0;
    const counting: typeof fetch = async (...request) => {
      running += 1;
      most = Math.max(most, running);
      const response = await fetch(...request);
      running -= 1;
      return response;
    };
    const setUp = await fetchOrgSetUp(orgUrl, customServerQuestion, counting);
    expect(setUp?.server?.policies).toHaveLength(30);
    expect(most).toBe(8);
  });
});
