import fc from "fast-check";
import { expect, test } from "vitest";
import { seedConfiguration } from "../seed/configuration.ts";
import { createMemoryStore } from "../store.ts";
import { testKeys } from "../test-support/test-keys.ts";
import { buildRequest, clientId, redirectUri } from "../test-support/test-org.ts";
import { createRouter } from "./demo-org.ts";
import { createOrg } from "./state/org.ts";

const baseUrl = "https://org.example";

async function createFuzzedOrg() {
  const store = createMemoryStore();
  await store.set("signing keys", testKeys);
  const org = createOrg({
    baseUrl,
    store,
    redirectUris: [redirectUri],
    seed: seedConfiguration,
    sessionCarrier: "cookie",
  });
  await org.controls.load();
  return createRouter(org);
}

const [user] = seedConfiguration.users;
const [group] = seedConfiguration.groups;
const [server] = seedConfiguration.customServers;
/** IDs of existing objects, so that requests pass the first check, and texts that can't be IDs. */
const segment = fc.constantFrom(
  ...[user?.id, group?.id, server?.id, clientId, "default", "me", "__proto__", "constructor"],
  ..."%00 %2e%2e %ff %F0%9F%98%80 a".split(" "),
  "x".repeat(300),
);
const names = fc.constantFrom(
  ..."client_id redirect_uri scope state nonce response_type response_mode prompt max_age login_hint id_token_hint code code_verifier code_challenge code_challenge_method grant_type token token_type_hint username password transaction person acr_values request claims q search filter limit after expand name profile label value conditions settings credentials __proto__ constructor length toString".split(
    " ",
  ),
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    ..."openid groups id_token code authorization_code password refresh_token client_credentials none login fragment query form_post okta_post_message S256 -1 0 1e999 null [] {}".split(
      " ",
    ),
    "openid groups offline_access",
    clientId,
    redirectUri,
    "it.user@example.com",
    "demo-password",
    'profile.login eq "a"',
    `${"(".repeat(500)}`,
    "a".repeat(5_000),
  ),
);
const parameters = fc
  .array(fc.tuple(names, text), { maxLength: 8 })
  .map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value])));
/** The org's own objects, unchanged or with one member replaced, so that bodies pass the first check. */
const objects = [
  { profile: user?.profile, credentials: { password: { value: "demo-password" } } },
  { profile: group?.profile },
  ...seedConfiguration.applications,
  server,
  ...(server?.claims ?? []),
  ...(server?.scopes ?? []),
  ...(server?.policies ?? []),
  ...(server?.policies.flatMap(({ rules }) => rules) ?? []),
  { username: "it.user@example.com", password: "demo-password" },
  { format: "okta-groups-explorer/org", version: 1, configuration: seedConfiguration },
];
const changedObject = fc
  .tuple(
    fc.constantFrom(...objects),
    names,
    fc.oneof(text, fc.jsonValue({ maxDepth: 2 })),
    fc.nat(),
  )
  .map(([object, name, value, place]) => {
    const own = Object.keys(object ?? {});
    return { ...object, [place % 2 === 0 ? name : (own[place % own.length] ?? name)]: value };
  });
const json = fc.oneof(
  fc.constantFrom(...objects),
  changedObject,
  fc.dictionary(names, fc.oneof(text, fc.jsonValue({ maxDepth: 2 })), { maxKeys: 6 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const body = fc.oneof(
  parameters.map((it) => ({ type: "application/x-www-form-urlencoded", body: it.toString() })),
  json.map((it) => ({ type: "application/json", body: JSON.stringify(it) })),
  fc.constantFrom(
    { type: "application/json", body: `{"a":${"[".repeat(5_000)}` },
    { type: "application/json", body: '{"__proto__":{"status":"ACTIVE"}}' },
    { type: "text/plain", body: "\u0000" },
    { type: "multipart/form-data; boundary=x", body: "--x\r\n" },
    { type: "", body: "" },
  ),
);
const printable = fc.string({ maxLength: 30 });
const headers = fc.record(
  {
    Authorization: fc.oneof(
      fc.constant("SSWS demo-api-token"),
      fc.constant("SSWS demo-api-token"),
      fc.constantFrom("Bearer a.b.c", "Basic YTpi", "Basic %%%", "Bearer", "DPoP x"),
      printable,
    ),
    Origin: fc.constantFrom(new URL(redirectUri).origin, "https://evil.example", "null", ""),
    Cookie: fc.oneof(printable, fc.constantFrom("sid=x", "sid=%", "sid=;;;")),
    "If-Match": printable,
    "X-Forwarded-Host": fc.constant("evil.example"),
    "Accept-Language": printable,
  },
  { requiredKeys: [] },
);

const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];

test("no request results in a server error, a stack trace or unbounded memory", {
  timeout: 60_000,
}, async () => {
  const router = await createFuzzedOrg();
  const routes = router.routes.filter(
    // Excludes faults, because they are intended server errors.
    ({ method, path }) => method !== "ALL" && path !== "/*" && path !== "/demo/v1/faults",
  );
  expect(routes.length).toBeGreaterThan(50);
  const target = fc
    .tuple(fc.constantFrom(...routes), fc.array(segment, { minLength: 4, maxLength: 4 }))
    .map(([{ method, path }, ids]) => {
      let index = 0;
      return { method, path: path.replace(/:\w+(?:\{[^}]*\})?/g, () => ids[index++] ?? "a") };
    });
  const otherMethod = fc.option(fc.constantFrom(...methods), { freq: 5 });
  const wholeRequest = fc.boolean().map((isWhole) => (isWhole ? buildRequest() : ""));

  const heapBefore = process.memoryUsage().heapUsed;
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(
      target,
      otherMethod,
      parameters,
      wholeRequest,
      body,
      headers,
      async ({ method: own, path }, other, query, whole, sent, given) => {
        const method = other ?? own;
        const url = `${baseUrl}${path}?${whole}&${query}`;
        const hasBody = method !== "GET" && method !== "HEAD";
        const request = new Request(url, {
          method,
          headers: toHeaders({ ...given, "Content-Type": sent.type }),
          ...(hasBody && { body: sent.body }),
        });
        const response = await router.fetch(request);
        const answer = await response.text();
        expect(response.status, `${method} ${url}`).toBeLessThan(500);
        expect(answer).not.toMatch(/\bat \S+ \(?(?:file:|\/|node:)|node_modules|TypeError|\.ts:\d/);
        expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
        longest = Math.max(longest, answer.length);
      },
    ),
    { numRuns: 3000 * Number(process.env.FUZZ_RUNS ?? 1) },
  );
  // The longest valid response is a page of objects or the exported org.
  expect(longest).toBeLessThan(3_000_000);
  expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(200_000_000);
});

/** Leaves out header values that browsers and Node refuse, because they never reach the org. */
function toHeaders(values: Record<string, string | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === "") continue;
    try {
      headers.set(name, value);
    } catch {}
  }
  return headers;
}
