import { createDemoOrg } from "./demo-org.ts";
import type { Configuration } from "./model/configuration.ts";
import { createMemoryStore, type Store } from "./store.ts";
import { testKeys } from "./test-keys.ts";

/** For tests: an org with a clock that stands still until it is moved, and browsers that keep its cookies. */
export type TestOrg = {
  readonly store: Store;
  readonly answer: (request: Request) => Promise<Response>;
  readonly advance: (seconds: number) => void;
  readonly openBrowser: () => TestBrowser;
};

export type TestBrowser = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** A text is sent as it is. */
  readonly post: (
    path: string,
    form: Record<string, string> | string,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Asks for tokens; `undefined` leaves a parameter out. */
  readonly authorize: (change?: Change, server?: ServerPath) => Promise<Response>;
  /** The same, and chooses a demo person on the sign-in page. */
  readonly signIn: (person: string, change?: Change, server?: ServerPath) => Promise<Response>;
};

type Change = Readonly<Record<string, string | undefined>>;
type ServerPath = "" | "/default";

export const baseUrl = "https://org.example";
export const clientId = "0oaoiuhhch8VRtBnC0h7";
export const redirectUri = "https://app.example/callback";
export const startTime = Date.UTC(2026, 0, 1);

/** For tests: an org as it is first started, or with the configuration that is given, and with the tests' keys. */
export async function createTestOrg(
  options: {
    readonly sessionCarrier?: "cookie" | "store";
    readonly configuration?: Configuration;
    readonly baseUrl?: string;
  } = {},
): Promise<TestOrg> {
  const store = await createTestStore();
  if (options.configuration) await store.set("configuration", options.configuration);
  let now = startTime;
  const base = options.baseUrl ?? baseUrl;
  const answer = createDemoOrg({
    baseUrl: base,
    store,
    redirectUris: [redirectUri],
    sessionCarrier: options.sessionCarrier ?? "cookie",
    clock: () => now,
  });
  return {
    store,
    answer,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    openBrowser: () => openBrowser(answer, base),
  };
}

/** A new store, with the keys of the tests in it. */
export async function createTestStore(): Promise<Store> {
  const store = createMemoryStore();
  await store.set("signing keys", testKeys);
  return store;
}

/** An authorization request as the guide makes it, form-urlencoded. */
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
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(given).toString();
}

/** What an answer carries, read out of the fragment that it redirects to. */
export function readFragment(response: Response): Record<string, string> {
  const location = response.headers.get("Location") ?? "";
  return Object.fromEntries(new URLSearchParams(new URL(location).hash.slice(1)));
}

/** For tests: what a token says, or with part 0 its header. Nothing of it is verified. */
export function decode(token: string | undefined, part: 0 | 1 = 1): Record<string, unknown> {
  const text = Buffer.from(token?.split(".")[part] ?? "", "base64url").toString();
  const content: Record<string, unknown> = JSON.parse(text);
  return content;
}

/** The value that a sign-in page's forms carry to say which request they are for. */
export function readTransactionId(page: string): string {
  return /name="transaction" value="([^"]+)"/.exec(page)?.[1] ?? "";
}

function openBrowser(answer: TestOrg["answer"], base: string): TestBrowser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { headers?: Record<string, string> }) => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await answer(
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
  const browser: TestBrowser = {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, form, headers = {}) => {
      const body = typeof form === "string" ? form : new URLSearchParams(form);
      return send(path, { method: "POST", body, headers });
    },
    authorize: (change, server = "") =>
      browser.get(`/oauth2${server}/v1/authorize?${buildRequest(change)}`),
    signIn: async (person, change, server) => {
      const page = await browser.authorize(change, server);
      const transaction = readTransactionId(await page.text());
      return browser.post("/login/demo", { transaction, person });
    },
  };
  return browser;
}
