import type { Browser, BrowserContext } from "playwright";
import type { BenchPage } from "./bench-pages.ts";
import { waitUntilQuiet } from "./wait-until-quiet.ts";

/** A request that a page has sent, with the browser's storage at that moment. */
export type SentRequest = {
  readonly url: URL;
  /** The values in the tab's `sessionStorage`, by key. */
  readonly sessionStorage: Readonly<Record<string, string>>;
  /** Cookies and `localStorage`. */
  readonly storageState: Awaited<ReturnType<BrowserContext["storageState"]>>;
};

/** A response to a sent request. */
export type Landing = {
  readonly request: SentRequest;
  /** The page's URL with the response in the fragment. */
  readonly url: string;
};

/** Sends a request for an ID token of the org authorization server. */
export async function sendRequest(browser: Browser, from: BenchPage): Promise<SentRequest> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await from.open(page);
  // Wait until the page has read the org's metadata, as it has when a user sends a request.
  await waitUntilQuiet(page);
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL(/\/v1\/authorize\?/);
  const url = new URL(page.url());
  // Read the tab's storage on an empty page of the same origin, because the page itself may change the storage.
  const blank = `${from.url}blank`;
  await page.route(blank, (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(blank);
  const sessionStorage = await page.evaluate(() =>
    Object.fromEntries(Object.entries(window.sessionStorage)),
  );
  const storageState = await context.storageState();
  await context.close();
  return { url, sessionStorage, storageState };
}

/**
 * Builds a response with an ID token that lists more groups than Okta allows. The signature is not valid, which makes no
 * difference: the page shows claims before it has checked the signature.
 */
export function buildLanding(request: SentRequest, groupCount: number): Landing {
  const { searchParams, href } = request.url;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: "00uixa271s6x7qt8I0h7",
    name: "It User",
    email: "it.user@example.com",
    ver: 1,
    iss: href.slice(0, href.indexOf("/oauth2/")),
    aud: searchParams.get("client_id"),
    iat: now,
    exp: now + 3600,
    jti: "ID.ewMNfSvcpuqyS93OgVeCN3F2LseqROkyYjz7DNb9yhs",
    amr: ["pwd"],
    idp: "00oixa26ycdNcX0VT0h7",
    nonce: searchParams.get("nonce"),
    preferred_username: "it.user@example.com",
    auth_time: now,
    groups: Array.from({ length: groupCount }, (_, index) => `Group ${index} of the organisation`),
  };
  const idToken = [{ kid: "bench", alg: "RS256" }, claims].map(encode).join(".");
  const response = new URLSearchParams({
    id_token: `${idToken}.c2lnbmF0dXJl`,
    state: searchParams.get("state") ?? "",
  });
  return { request, url: `${searchParams.get("redirect_uri")}#${response}` };
}

/** Opens a browser context in which every tab has sent the request. */
export async function openContext(
  browser: Browser,
  { sessionStorage, storageState }: SentRequest,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    storageState,
    viewport: { width: 1280, height: 720 },
  });
  await context.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) window.sessionStorage.setItem(key, value);
  }, sessionStorage);
  return context;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
