import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { callAsClient } from "../../../test-support/client-calls.ts";
import {
  clientId,
  createTestOrg,
  parseFragment,
  parseTransactionId,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { callApi } from "../test-api-client.ts";

const partySchema = v.object({
  id: v.string(),
  type: v.string(),
  alternateId: v.nullable(v.string()),
  displayName: v.nullable(v.string()),
  detailEntry: v.null(),
});

/** @see Okta: System Log API, the LogEvent object */
const logEventSchema = v.object({
  uuid: v.string(),
  published: v.string(),
  eventType: v.string(),
  version: v.literal("0"),
  severity: v.picklist(["INFO", "WARN"]),
  legacyEventType: v.nullable(v.string()),
  displayMessage: v.string(),
  actor: partySchema,
  client: v.object({
    userAgent: v.nullable(
      v.object({ rawUserAgent: v.string(), os: v.string(), browser: v.string() }),
    ),
    zone: v.null(),
    device: v.string(),
    id: v.nullable(v.string()),
    ipAddress: v.null(),
    geographicalContext: v.null(),
  }),
  authenticationContext: v.object({
    authenticationStep: v.literal(0),
    externalSessionId: v.nullable(v.string()),
  }),
  outcome: v.object({
    result: v.picklist(["SUCCESS", "FAILURE"]),
    reason: v.nullable(v.string()),
  }),
  target: v.nullable(v.array(partySchema)),
  transaction: v.object({ type: v.literal("WEB"), id: v.string(), detail: v.object({}) }),
  debugContext: v.object({ debugData: v.record(v.string(), v.string()) }),
  securityContext: v.object({}),
  request: v.object({ ipChain: v.array(v.never()) }),
});

type LogEvent = v.InferOutput<typeof logEventSchema>;

const person = "it.user@example.com";

async function fetchEvents(org: TestOrg, query = ""): Promise<readonly LogEvent[]> {
  const { body } = await callApi(org, "GET", `/logs${query}`);
  return v.parse(v.array(logEventSchema), body);
}

const listTypes = (events: readonly LogEvent[]) => events.map(({ eventType }) => eventType);

const signIn = [
  "user.session.start",
  "app.oauth2.authorize.implicit.id_token",
  "user.authentication.sso",
];

describe("the System Log", () => {
  test("has events for a sign-in, for each token, and for the app", async () => {
    const org = await createTestOrg();
    await org.openBrowser().signIn(person, { response_type: "id_token token" });
    const events = await fetchEvents(org);
    expect(listTypes(events)).toEqual([
      "user.session.start",
      "app.oauth2.authorize.implicit.id_token",
      "app.oauth2.authorize.implicit.access_token",
      "user.authentication.sso",
    ]);
    expect(new Set(events.map(({ transaction }) => transaction.id)).size).toBe(1);
    expect(events[1]).toMatchObject({
      legacyEventType: "app.oauth2.authorize.implicit.id_token_success",
      actor: { type: "PublicClientApp", id: clientId },
      target: [{ type: "User", alternateId: person }, { type: "AppInstance" }],
      outcome: { result: "SUCCESS", reason: null },
      debugContext: {
        debugData: { requestUri: "/login/demo", requestedScopes: "openid, groups" },
      },
    });
  });

  test("has events for a wrong password and for a sign-out", async () => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    const transaction = parseTransactionId(await (await browser.authorize()).text());
    await browser.post("/login/demo", { transaction, username: person, password: "wrong" });
    await browser.signIn(person);
    await browser.get("/login/signout");
    const events = await fetchEvents(org);
    expect(listTypes(events)).toEqual(["user.session.start", ...signIn, "user.session.end"]);
    expect(events[0]).toMatchObject({
      actor: { alternateId: person },
      outcome: { result: "FAILURE", reason: "INVALID_CREDENTIALS" },
    });
  });

  test("contains no password, token, state or nonce", async () => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    const transaction = parseTransactionId(await (await browser.authorize()).text());
    await browser.post("/login/demo", { transaction, username: person, password: "a secret" });
    const response = parseFragment(
      await browser.signIn(person, { response_type: "id_token token" }),
    );
    const log = JSON.stringify(await fetchEvents(org));
    expect(log).toContain(person);
    for (const secret of [
      response.id_token,
      response.access_token,
      "a secret",
      "myState",
      "myNonce",
    ])
      expect(log).not.toContain(secret);
  });

  const org = "app.oauth2.authorize";
  const custom = "app.oauth2.as.authorize";
  test.each([
    ["an unknown scope", { scope: "openid nonsense" }, "", org, "illegal_custom_scope"],
    ["a scope that the server does not have", {}, "/default", custom, "no_matching_scope"],
    ["no nonce", { nonce: undefined }, "", org, "invalid_nonce"],
    ["a wrong address", { redirect_uri: "https://x/" }, "", org, "illegal_redirect_uri_enhanced"],
    ["an unknown client", { client_id: "0oaNobody" }, "", org, "invalid_client_id"],
    ["nobody signed in", { prompt: "none" }, "", org, "login_required"],
  ] as const)(
    "has Okta's reason for a refused request with %s",
    async (_case, change, server, type, reason) => {
      const org = await createTestOrg();
      await org.openBrowser().authorize(change, server);
      expect(await fetchEvents(org)).toMatchObject([
        {
          eventType: type,
          legacyEventType: `${type}_failure`,
          outcome: { result: "FAILURE", reason },
        },
      ]);
    },
  );

  test.each([
    ["outside.user@example.com", "user_not_assigned"],
    ["many.groups@example.com", "too_many_groups_in_groups_claim"],
  ])("has the reason why the signed-in user %s is refused", async (login, reason) => {
    const org = await createTestOrg();
    await org.openBrowser().signIn(login);
    const [, refused] = await fetchEvents(org);
    expect(refused).toMatchObject({
      outcome: { reason },
      target: [{ type: "User", alternateId: login }, { type: "AppInstance" }],
    });
  });

  test("has the reason for a refused token request", async () => {
    const org = await createTestOrg();
    const form = { client_id: clientId, grant_type: "password" };
    await callAsClient(org, "/oauth2/default/v1/token", form);
    expect(await fetchEvents(org)).toMatchObject([
      {
        eventType: "app.oauth2.as.token.grant",
        actor: { id: clientId },
        outcome: { reason: "unsupported_grant_type" },
        debugContext: { debugData: { grantType: "password", authorizationServerId: "default" } },
      },
    ]);
  });
});

describe("reading the System Log", () => {
  const threeMinutes = async () => {
    const org = await createTestOrg();
    for (const prompt of ["none", "login", "nonsense"]) {
      await org.openBrowser().authorize({ prompt, ...(prompt === "login" && { nonce: "" }) });
      org.advance(60);
    }
    return org;
  };
  const listReasons = (events: readonly LogEvent[]) => events.map(({ outcome }) => outcome.reason);

  test.each([
    ["", ["login_required", "invalid_nonce", "invalid_prompt"]],
    ["?sortOrder=DESCENDING", ["invalid_prompt", "invalid_nonce", "login_required"]],
    ["?since=2026-01-01T00:01:00Z", ["invalid_nonce", "invalid_prompt"]],
    ["?until=2026-01-01T01:01:00%2B01:00", ["login_required"]],
    ["?limit=1", ["login_required"]],
    ["?limit=0", []],
    ["?q=INVALID_prompt+oidc", ["invalid_prompt"]],
    ["?q=prompt", []],
    [`?filter=${encodeURIComponent('outcome.reason sw "invalid_n"')}`, ["invalid_nonce"]],
  ])("returns the events that match the query %j", async (query, reasons) => {
    expect(listReasons(await fetchEvents(await threeMinutes(), query))).toEqual(reasons);
  });

  test.each([["?since=yesterday"], ["?sortOrder=UP"], ["?limit=1001"]])(
    "refuses %s",
    async (query) => {
      const { status, body } = await callApi(await createTestOrg(), "GET", `/logs${query}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ errorCode: "E0000001" });
    },
  );

  test("links to the next page, and from the last page to future events for polling", async () => {
    const org = await threeMinutes();
    const first = await callApi(org, "GET", "/logs?limit=2");
    const rest = await follow(org, first.headers);
    expect(rest.body).toMatchObject([{ outcome: { reason: "invalid_prompt" } }]);

    const nothingYet = await follow(org, rest.headers);
    expect(nothingYet.body).toEqual([]);
    await org.openBrowser().authorize({ scope: "nonsense" });
    const newEvents = await follow(org, nothingYet.headers);
    expect(newEvents.body).toMatchObject([{ outcome: { reason: "illegal_custom_scope" } }]);
  });

  test("has no link to a next page after the requested end", async () => {
    const org = await threeMinutes();
    const { headers } = await callApi(org, "GET", "/logs?until=2027-01-01T00:00:00Z");
    expect(headers.get("Link")).not.toContain('rel="next"');
  });
});

async function follow(org: TestOrg, headers: Headers) {
  const next = /<[^>]*\/api\/v1([^>]*)>; rel="next"/.exec(headers.get("Link") ?? "")?.[1] ?? "";
  expect(next).not.toBe("");
  return callApi(org, "GET", next);
}

describe("for calls of the Management API, the System Log", () => {
  test("has an event for each change, with the changed objects as targets", async () => {
    const org = await createTestOrg();
    const created = await callApi(org, "POST", "/groups", { profile: { name: "Sales" } });
    const { id } = v.parse(v.object({ id: v.string() }), created.body);
    await callApi(org, "PUT", `/groups/${id}/users/${person}`);
    await callApi(org, "DELETE", `/groups/${id}`);
    expect(await fetchEvents(org)).toMatchObject([
      {
        eventType: "group.lifecycle.create",
        actor: { type: "User", id: "00utokenOwnerDemo0h7" },
        target: [{ type: "UserGroup", id, displayName: "Sales" }],
      },
      {
        eventType: "group.user_membership.add",
        target: [
          { type: "User", alternateId: person },
          { type: "UserGroup", id },
        ],
      },
      {
        eventType: "group.lifecycle.delete",
        target: [{ type: "UserGroup", displayName: "Sales" }],
      },
    ]);
  });

  test("has no events for reads, errors and calls without a change", async () => {
    const org = await createTestOrg();
    await callApi(org, "GET", "/groups");
    await callApi(org, "POST", "/groups", { profile: { name: "" } });
    await callApi(org, "DELETE", "/groups/nobody");
    expect(await fetchEvents(org)).toEqual([]);
  });
});
