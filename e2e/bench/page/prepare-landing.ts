import type { Browser, BrowserContext } from "playwright";

/** A request that the page has sent, and what it stored in the tab's `sessionStorage` for it. */
export type SentRequest = {
  readonly url: URL;
  readonly storage: Readonly<Record<string, string>>;
};

/** A response to a sent request. */
export type Landing = {
  /** Starts with `#`. */
  readonly fragment: string;
  readonly storage: SentRequest["storage"];
};

/** Sends a request with the page's defaults: an ID token from the demo org's org authorization server. */
export async function sendRequest(browser: Browser, pageUrl: string): Promise<SentRequest> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pageUrl);
  await page.getByRole("button", { name: "Send request" }).click();
  // The demo org shows its sign-in page at the address of the request.
  await page.waitForURL(/\/v1\/authorize\?/);
  const url = new URL(page.url());
  const storage = await page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)));
  await context.close();
  return { url, storage };
}

/**
 * Builds a response with an ID token that lists groups. Its signature is not valid: the page shows claims before it has
 * checked the signature, so the times until then are the same.
 */
export function buildLanding({ url, storage }: SentRequest, groupCount: number): Landing {
  const { searchParams: request, href } = url;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: "00uixa271s6x7qt8I0h7",
    name: "It User",
    email: "it.user@example.com",
    ver: 1,
    iss: href.slice(0, href.indexOf("/oauth2/")),
    aud: request.get("client_id"),
    iat: now,
    exp: now + 3600,
    jti: "ID.ewMNfSvcpuqyS93OgVeCN3F2LseqROkyYjz7DNb9yhs",
    amr: ["pwd"],
    idp: "00oixa26ycdNcX0VT0h7",
    nonce: request.get("nonce"),
    preferred_username: "it.user@example.com",
    auth_time: now,
    groups: Array.from({ length: groupCount }, (_, index) => `Group ${index} of the organisation`),
  };
  const idToken = [{ kid: "bench", alg: "RS256" }, claims].map(encode).join(".");
  const parameters = new URLSearchParams({
    id_token: `${idToken}.c2lnbmF0dXJl`,
    state: request.get("state") ?? "",
  });
  return { fragment: `#${parameters}`, storage };
}

/** Makes every new tab of the context one that has sent the request. */
export async function addStorage(
  context: BrowserContext,
  storage: Landing["storage"],
): Promise<void> {
  await context.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
  }, storage);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
