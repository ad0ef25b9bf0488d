import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { encodeBase64Url } from "../../oidc/base64url.ts";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import { createPreferences } from "../preferences.ts";
import { buildRun, buildToken, testClaims } from "../result/test-run.ts";
import { saveRuns } from "../runs.ts";
import { createTabStorage } from "../tab-storage.ts";
import { createTestStorage } from "../test-storage.ts";
import { DecodePage } from "./DecodePage.tsx";

const ready: DemoOrgStatus = { status: "ready" };
const orgUrl = "https://dev-123.okta.com";
const main = page.getByRole("main");
const verification = page.getByRole("region", { name: "Verification" });
const verifyWithOrg = page.getByRole("button", { name: "Verify with dev-123.okta.com" });
const verifyWithKeys = page.getByRole("button", { name: "Verify with these keys" });
const publicKeys = page.getByRole("textbox", { name: "Public keys" });
const loadRequest = page.getByRole("link", { name: "Load this request" });
const box = page.getByRole("textbox", { name: "Token, URL or response" });
const verdict = page.getByRole("region", { name: "Where are the groups?" });
const idTokenSlot = page.getByRole("region", { name: "ID token" });
const userInfoSlot = page.getByRole("region", { name: "UserInfo" });
const { fat, thin, orgAccessToken, userInfo } = testClaims;

async function openDecode() {
  const stored = createTestStorage();
  const storage = createTabStorage(() => stored);
  const view = (
    <DecodePage
      demoOrg={{
        orgUrl: "http://localhost:5173/demo-org",
        getStatus: () => ready,
        subscribe: () => () => undefined,
        start: () => undefined,
        retry: () => undefined,
      }}
      preferences={createPreferences(createTestStorage)}
      storage={storage}
    />
  );
  return { view, stored, storage };
}

async function paste(text: string) {
  const { view, stored } = await openDecode();
  const screen = await render(view);
  await box.fill(text);
  return { screen, stored };
}

const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  vi.stubGlobal("fetch", fetched);
  fetched.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

const generateKey = () => crypto.subtle.generateKey(algorithm, true, ["sign"]);

let orgKey: ReturnType<typeof generateKey> | undefined;

/** Signs a token with a key of the org, and returns the org's JWKS, too. Generates the key once, because it is slow. */
async function signToken() {
  orgKey ??= generateKey();
  const { publicKey, privateKey } = await orgKey;
  const claims = { ...fat, exp: 4_102_444_800 };
  const signed = buildToken(claims, { alg: "RS256", kid: "k1" }).replace(/\.[^.]*$/, "");
  const bytes = new TextEncoder().encode(signed);
  const signature = await crypto.subtle.sign(algorithm, privateKey, bytes);
  const token = `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
  return { token, jwks: await exportKeys(publicKey) };
}

async function exportKeys(publicKey: CryptoKey) {
  return { keys: [{ ...(await crypto.subtle.exportKey("jwk", publicKey)), kid: "k1" }] };
}

function publish(jwks: object, jwksUri = `${orgUrl}/oauth2/v1/keys`) {
  const authorizationEndpoint = `${orgUrl}/oauth2/v1/authorize`;
  fetched.mockImplementation(async (url) =>
    String(url).endsWith("openid-configuration")
      ? Response.json({
          issuer: orgUrl,
          authorization_endpoint: authorizationEndpoint,
          jwks_uri: jwksUri,
        })
      : Response.json(jwks),
  );
}

describe("an empty box", () => {
  test("has no tab stop for the marks behind a long text", async () => {
    await paste("a line\n".repeat(30));
    await box.click();
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    await expect.element(box).not.toHaveFocus();
    expect(document.activeElement?.closest("[aria-hidden]")).toBeNull();
  });

  test("says where the text stays, and has examples that each show a result", async () => {
    const { view } = await openDecode();
    await render(view);
    await expect.element(main).toHaveTextContent("Your text stays in this page");
    for (const [name, text] of [
      ["Callback URL", "No groups: the ID token is thin"],
      ["Cut-off token", "The ID token is cut off"],
      ["Authorize URL", "Okta will refuse this request"],
      ["Error URL", "The user is not assigned to the app"],
    ] as const) {
      await page.getByRole("button", { name }).click();
      await expect.element(page.getByRole("heading", { name: text })).toBeVisible();
      await page.getByRole("button", { name: "Clear" }).click();
      await expect.element(box).toHaveFocus();
    }
  });
});

describe("pasted tokens", () => {
  test("are shown in the same slots, with the verdict", async () => {
    await paste(buildToken(fat));
    await expect.element(verdict).toHaveTextContent("Groups are in the ID token");
    await expect.element(idTokenSlot).toHaveTextContent("Fat ID token");
    await expect.element(idTokenSlot.getByRole("list", { name: "Groups" })).toHaveTextContent("IT");
    await expect.element(userInfoSlot).toHaveTextContent("Add UserInfo’s response");
  });

  test("get UserInfo’s response beside them, if it is about the same user", async () => {
    const token = buildToken(thin);
    await paste(`${token}\n${JSON.stringify(userInfo)}`);
    await expect.element(userInfoSlot).toHaveTextContent(/\d added: not in the ID token/);
    await box.fill(`${token}\n${JSON.stringify({ ...userInfo, sub: "00uother" })}`);
    await expect.element(userInfoSlot).toHaveTextContent("Add UserInfo’s response");
  });

  test.each([
    [{ alg: "none" }, "it is unsigned"],
    [{ alg: "HS256" }, "it is signed with a shared secret"],
  ])("with the header %j are not trusted, and the verdict says why", async (header, text) => {
    await paste(buildToken(fat, header));
    await expect.element(verdict).toHaveTextContent(`Don’t trust the ID token: ${text}`);
    await expect.element(verdict).toHaveTextContent("don’t rely on them");
    expect(page.getByRole("button", { name: /^Verify/ }).elements()).toEqual([]);
  });

  test("that are cut off show the readable claims, and where the text ends", async () => {
    await paste(`id_token=${buildToken(fat).slice(0, 240)}…`);
    await expect.element(verdict).toHaveTextContent("The ID token is cut off");
    await expect.element(verdict).toHaveTextContent(/Its payload ends in “…” at character \d+/);
    await expect.element(idTokenSlot).toHaveTextContent(fat.iss);
    await expect.element(idTokenSlot).toHaveTextContent("Fat or thin can’t be told");
    await expect.element(idTokenSlot).toHaveTextContent("Groups not in the readable part");
  });

  test("link to the request panel, with the change that adds groups", async () => {
    const parameters = new URLSearchParams({
      id_token: buildToken({ ...thin, at_hash: undefined } as never),
      access_token: buildToken(orgAccessToken),
      scope: "openid groups",
      state: "s",
    });
    await paste(`https://app.example.com/cb#${parameters}`);
    const fix = page.getByRole("link", { name: "Request the ID token only" });
    await expect
      .element(fix)
      .toHaveAttribute("href", `./?org=dev-123.okta.com&client_id=${fat.aud}&scope=openid+groups`);
    await expect
      .element(loadRequest)
      .toHaveAttribute("href", expect.stringContaining("token=id_token+token"));
  });

  test("can’t run or load anything", async () => {
    const hostile = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;
    const title = document.title;
    const { screen } = await paste(
      buildToken({ ...fat, name: hostile, [hostile]: hostile, groups: [hostile] }),
    );
    await expect.element(verdict).toHaveTextContent("Groups are in the ID token");
    expect(screen.container.querySelector("img, script")).toBeNull();
    expect(document.title).toBe(title);
  });
});

describe("verification", () => {
  test("fetches keys only after a click that names the host, and sends no token", async () => {
    const { token, jwks } = await signToken();
    publish(jwks);
    await paste(token);
    await expect.element(idTokenSlot).toHaveTextContent("Not verified");
    expect(fetched).not.toHaveBeenCalled();
    await verifyWithOrg.click();
    await expect.element(idTokenSlot).toHaveTextContent("Verified");
    await expect
      .element(verification)
      .toHaveTextContent("The ID token was signed with a key of dev-123.okta.com");
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([
      `${orgUrl}/.well-known/openid-configuration`,
      `${orgUrl}/oauth2/v1/keys`,
    ]);
    expect(JSON.stringify(fetched.mock.calls)).not.toContain(token.slice(0, 20));
  });

  test("says that the signature is not valid if another key signed the token", async () => {
    const { token } = await signToken();
    publish(await exportKeys((await generateKey()).publicKey));
    await paste(token);
    await verifyWithOrg.click();
    await expect.element(idTokenSlot).toHaveTextContent("Failed check");
    await expect.element(verdict).toHaveTextContent("its signature is not valid");
  });

  test("doesn’t call the signature invalid if no key has the token’s key ID", async () => {
    const { token, jwks } = await signToken();
    publish({ keys: jwks.keys.map((key) => ({ ...key, kid: "another" })) });
    await paste(token);
    await verifyWithOrg.click();
    await expect
      .element(verdict)
      .toHaveTextContent("Don’t trust the ID token: no key matches its signature");
    await expect.element(verdict).not.toHaveTextContent("not valid");
  });

  test("doesn’t load keys from another host than the button named", async () => {
    const { token, jwks } = await signToken();
    publish(jwks, "https://evil.example/keys");
    await paste(token);
    await verifyWithOrg.click();
    await expect.element(verification).toHaveTextContent("on another host, evil.example");
    expect(fetched).toHaveBeenCalledOnce();
    await expect.element(idTokenSlot).toHaveTextContent("Not verified");
  });

  test("doesn’t contact orgs that the page’s ALLOWED_ORGS leaves out", async () => {
    vi.stubEnv("ALLOWED_ORGS", "https://acme.okta.com");
    try {
      await paste((await signToken()).token);
      await expect
        .element(verification)
        .toHaveTextContent("works only with acme.okta.com. Paste the keys of dev-123.okta.com");
      await expect.element(verifyWithOrg).not.toBeInTheDocument();
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("works offline with pasted keys, and says that a pasted key signed the token", async () => {
    const { token, jwks } = await signToken();
    await paste(token);
    await page.getByRole("button", { name: "Verify offline" }).click();
    await publicKeys.fill("hello");
    await verifyWithKeys.click();
    await expect.element(main).toHaveTextContent("Paste a JWKS");
    await publicKeys.fill(JSON.stringify(jwks));
    await verifyWithKeys.click();
    await expect
      .element(verification)
      .toHaveTextContent("The ID token was signed with the pasted key");
    expect(fetched).not.toHaveBeenCalled();
  });

  test("never takes keys from the same text without a click", async () => {
    const { token, jwks } = await signToken();
    await paste(JSON.stringify([{ token }, jwks]));
    await expect.element(idTokenSlot).toHaveTextContent("Not verified");
    await verifyWithKeys.click();
    await expect.element(idTokenSlot).toHaveTextContent("Verified");
  });

  test("is not offered for a token without a signature", async () => {
    await paste(buildToken(fat).split(".").slice(0, 2).join("."));
    await expect.element(verdict).toHaveTextContent("It has no signature");
    expect(page.getByRole("button", { name: /Verify/ }).elements()).toEqual([]);
  });
});

describe("an authorize URL", () => {
  const url = (parameters: Record<string, string>) =>
    `${orgUrl}/oauth2/v1/authorize?${new URLSearchParams({ client_id: "0oa1b2c3d4", redirect_uri: "https://app.example.com/cb", state: "secret-state", nonce: "secret-nonce", ...parameters })}`;

  test("gets a verdict, and a link that leaves out its state and nonce", async () => {
    await paste(url({ response_type: "id_token", scope: "openid reports" }));
    const request = page.getByRole("region", { name: "This request" });
    await expect.element(request).toHaveTextContent("Okta will refuse this request");
    await expect.element(request).toHaveTextContent("no scope reports");
    await expect
      .element(loadRequest)
      .toHaveAttribute("href", "./?org=dev-123.okta.com&client_id=0oa1b2c3d4&scope=openid+reports");
  });

  test("without a host gets a prediction, and isn’t taken for another product’s URL", async () => {
    const { pathname, search } = new URL(
      url({ response_type: "id_token", scope: "openid groups" }),
    );
    await paste(`"GET ${pathname}${search} HTTP/1.1" 302`);
    const request = page.getByRole("region", { name: "This request" });
    await expect.element(request).toHaveTextContent("can’t tell which org");
    await expect.element(request).not.toHaveTextContent("doesn’t look like");
    await expect.element(idTokenSlot).toHaveTextContent("Fat ID token");
    await expect.element(loadRequest).not.toBeInTheDocument();
  });

  test("of another product’s server gets a single remark about that, and no prediction", async () => {
    const { search } = new URL(url({ response_type: "id_token", scope: "openid" }));
    await paste(`https://idp.example.com/authorize${search}`);
    const request = page.getByRole("region", { name: "This request" });
    await expect
      .element(request)
      .toHaveTextContent(/^This doesn’t look like a request to an Okta org ?Okta’s authorize/);
    await expect.element(request).not.toHaveTextContent("If it is accepted");
    await expect.element(idTokenSlot).not.toBeInTheDocument();
  });

  test("with a placeholder for its host still gets a prediction", async () => {
    const { pathname, search } = new URL(
      url({ response_type: "id_token", scope: "openid groups" }),
    );
    await paste(`https://{yourOktaDomain}${pathname}${search}`);
    const request = page.getByRole("region", { name: "This request" });
    await expect.element(request).toHaveTextContent("This request has no host yet");
    await expect.element(request).toHaveTextContent("Replace it with your Okta domain.");
    await expect.element(request).not.toHaveTextContent("It has no host, so");
    await expect.element(idTokenSlot).toHaveTextContent("Fat ID token");
  });

  test("of a valid request shows the tokens that it returns", async () => {
    await paste(url({ response_type: "id_token", scope: "openid groups" }));
    await expect.element(idTokenSlot).toHaveTextContent("Fat ID token");
  });
});

describe("several parts", () => {
  test("are named once, and each can be shown", async () => {
    const [first, second] = [buildToken(fat), buildToken({ ...fat, sub: "00usecond" })];
    await paste(`${first}\n${second}`);
    await expect
      .element(page.getByRole("radiogroup", { name: "Show" }))
      .toHaveTextContent(/1\. ID token.*2\. ID token/);
    await expect.element(page.getByRole("list", { name: "Found" })).not.toBeInTheDocument();
    await userEvent.click(page.getByRole("radio", { name: /^2\. ID token/ }));
    await expect.element(idTokenSlot).toHaveTextContent("00usecond");
  });

  test("can be compared with each other and with this tab’s runs", async () => {
    const { view, storage } = await openDecode();
    const receivedAtSeconds = Math.floor(Date.now() / 1000);
    saveRuns(storage, [buildRun({ idToken: fat, number: 7, receivedAtSeconds })]);
    await render(view);
    await box.fill(`${buildToken(fat)}\n${buildToken(thin)}`);
    await page.getByRole("region", { name: "Compare" }).getByText("Compare").click();
    const right = page.getByRole("combobox", { name: "Right" });
    await right.selectOptions("2 · Pasted · thin ID token");
    const table = page.getByRole("table", { name: "Comparison" });
    await expect
      .element(table.getByRole("row", { name: /^groups/ }))
      .toHaveAttribute("data-difference", "only-left");
    await right.selectOptions("7 · Org · fat ID token");
    await expect.element(table).toHaveTextContent("7 · ID token");
  });
});

describe("a token request", () => {
  test("isn’t called a response, and the page says to replace its client secret", async () => {
    await paste("curl -d 'grant_type=authorization_code&code=abc&client_secret=aBcDeFgHiJkL' x");
    await expect.element(main).toHaveTextContent("A code, and no token yet");
    await expect.element(main).toHaveTextContent("client secret. It is not a token. Replace it");
    await expect
      .element(page.getByRole("region", { name: "Parameters" }))
      .toHaveTextContent("grant_type");
    await expect.element(main).not.toHaveTextContent("Returned in the URL");
  });
});

describe("any text", () => {
  test.each([
    ["hello there", "no token, response or request"],
    ["00aBcDeFgHiJkLmNoPqRsTuVwXyZ", "opaque token or a code"],
    ['<saml2p:Response ID="x">', "SAML"],
    ["SSWS 00aBcDeFgHiJkLmNoPqRsTuVwXyZ", "API token"],
    ["Basic MG9hMTpzZWNyZXQ=", "client secret"],
    ['{"keys":[{"kty":"RSA","n":"x","e":"AQAB"}]}', "Paste a token, too"],
  ])("such as %j gets a note on what it looks like", async (text, words) => {
    await paste(text);
    await expect.element(main).toHaveTextContent(words);
  });

  test("of megabytes is searched as a whole, and only its beginning is shown", async () => {
    await paste(`${"x ".repeat(2_000_000)}${buildToken(fat)}`);
    await expect.element(verdict).toHaveTextContent("Groups are in the ID token");
    await expect.element(main).toHaveTextContent("characters were searched");
    expect((box.element() as HTMLTextAreaElement).value.length).toBeLessThan(10_000);
    await box.fill("hello there");
    await expect.element(main).toHaveTextContent("no token, response");
  });

  test("is neither stored nor put into the address", async () => {
    const { stored } = await paste(buildToken(fat));
    await expect.element(verdict).toHaveTextContent("Groups are in the ID token");
    const kept = JSON.stringify([{ ...stored }, { ...sessionStorage }]);
    expect(kept + location.href).not.toContain("eyJ");
    expect(stored.length).toBe(0);
    expect(fetched).not.toHaveBeenCalled();
  });
});
