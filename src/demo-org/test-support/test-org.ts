import { createDemoOrg } from "../http/demo-org.ts";
import type { Configuration } from "../model/configuration.ts";
import { seedConfiguration } from "../seed/configuration.ts";
import { createMemoryStore, type Store } from "../store.ts";
import { testKeys } from "./test-keys.ts";

export type TestOrg = Awaited<ReturnType<typeof createTestOrg>>;
export type TestBrowser = ReturnType<typeof openBrowser>;

type Change = Readonly<Record<string, string | undefined>>;
type ServerPath = "" | "/default";
type Fields = Record<string, string>;

export const baseUrl = "https://org.example";
export const clientId = "0oaoiuhhch8VRtBnC0h7";
export const redirectUri = "https://app.example/callback";
export const startTime = Date.UTC(2026, 0, 1);

/**
 * For tests: a new org with the given or the default configuration, a fixed clock, the test keys, and browsers with
 * cookies.
 */
export async function createTestOrg(
  options: {
    readonly sessionCarrier?: "cookie" | "store";
    readonly configuration?: Configuration;
    readonly baseUrl?: string;
  } = {},
) {
  const store = await createTestStore();
  if (options.configuration) await store.set("configuration", options.configuration);
  let now = startTime;
  const base = options.baseUrl ?? baseUrl;
  const fetch = createDemoOrg({
    baseUrl: base,
    store,
    redirectUris: [redirectUri],
    seed: seedConfiguration,
    sessionCarrier: options.sessionCarrier ?? "cookie",
    clock: () => now,
  });
  return {
    store,
    fetch,
    advance: (seconds: number) => {
      now += seconds * 1000;
    },
    openBrowser: () => openBrowser(fetch, base),
  };
}

export async function createTestStore(): Promise<Store> {
  const store = createMemoryStore();
  await store.set("signing keys", testKeys);
  return store;
}

export function buildRequest(change: Change = {}): string {
  const parameters: Change = {
    client_id: clientId,
    response_type: "id_token",
    scope: "openid groups",
    redirect_uri: redirectUri,
    state: "myState",
    nonce: "myNonce",
    ...change,
  };
  return encodeDefined(parameters).toString();
}

export function encodeDefined(fields: Change): URLSearchParams {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(given);
}

export function parseFragment(response: Response): Record<string, string> {
  const location = response.headers.get("Location") ?? "";
  return Object.fromEntries(new URLSearchParams(new URL(location).hash.slice(1)));
}

/** For tests: decodes a token's payload, or its header for part 0. Verifies nothing. */
export function decode(token: string | undefined, part: 0 | 1 = 1): Record<string, unknown> {
  const text = Buffer.from(token?.split(".")[part] ?? "", "base64url").toString();
  const content: Record<string, unknown> = JSON.parse(text);
  return content;
}

/** The HTML of a link from an org's page back to the app. The referrer contains only the org's origin. */
export function linkToApp(text: string): string {
  return `<a href="https://app.example/" referrerpolicy="strict-origin-when-cross-origin">${text}</a>`;
}

/** Returns the value of the form field that links a sign-in page to its authorization request. */
export function parseTransactionId(page: string): string {
  return /name="transaction" value="([^"]+)"/.exec(page)?.[1] ?? "";
}

export function openBrowser(fetch: (request: Request) => Promise<Response>, base: string) {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { headers?: Fields }) => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(
      new Request(`${base}${path}`, {
        ...init,
        headers: { ...(Cookie && { Cookie }), ...init.headers },
      }),
    );
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value) cookies.set(name, value);
      else if (name !== undefined) cookies.delete(name);
    }
    return response;
  };
  const get = (path: string, headers: Fields = {}) => send(path, { headers });
  const post = (path: string, form: Fields | string, headers: Fields = {}) => {
    const body = typeof form === "string" ? form : new URLSearchParams(form);
    return send(path, { method: "POST", body, headers });
  };
  /** Sends an authorization request. Leaves out parameters that are `undefined`. */
  const authorize = (change?: Change, server: ServerPath = "") =>
    get(`/oauth2${server}/v1/authorize?${buildRequest(change)}`);
  /** Sends an authorization request, then signs in as a demo user on the sign-in page. */
  const signIn = async (person: string, change?: Change, server?: ServerPath) => {
    const page = await authorize(change, server);
    const transaction = parseTransactionId(await page.text());
    return post("/login/demo", { transaction, person });
  };
  return { get, post, authorize, signIn };
}
