import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type AuthorizationRequest,
  buildAuthorizationUrl,
  responseTypes,
  usesCode,
} from "../oidc/authorization-request.ts";
import { sendAuthorizationRequest } from "./sdk.ts";

// Node would resolve the SDK's server build, but the page uses the browser build.
const browserBuild = vi.hoisted(
  () => "../../node_modules/@okta/okta-auth-js/esm/browser/exports/exports/core.js",
);
vi.mock("@okta/okta-auth-js/core", () => import(browserBuild));

const request: AuthorizationRequest & { issuer: string } = {
  issuer: "http://localhost:5173/demo-org",
  authorizationEndpoint: "http://localhost:5173/demo-org/oauth2/v1/authorize",
  clientId: "0oaoiuhhch8VRtBnC0h7",
  responseType: "id_token",
  scopes: ["openid", "profile", "groups"],
  redirectUri: "http://localhost:5173/",
  state: "st-ate_1",
  nonce: "non-ce_1",
};

const touchedStorage = vi.fn<() => void>();

beforeEach(() => {
  const location = new URL("http://localhost:5173/");
  const window = { location };
  const document = {};
  for (const [target, name] of [
    [globalThis, "localStorage"],
    [globalThis, "sessionStorage"],
    [window, "localStorage"],
    [window, "sessionStorage"],
    [document, "cookie"],
  ] as const) {
    stubGetter(target, name, touchedStorage);
  }
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", document);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

async function send(request: AuthorizationRequest & { issuer: string }): Promise<string> {
  const setLocation = vi.fn<(url: string) => void>();
  await sendAuthorizationRequest(request, { setLocation });
  expect(setLocation).toHaveBeenCalledOnce();
  return setLocation.mock.calls[0]?.[0] ?? "";
}

describe(sendAuthorizationRequest, () => {
  test.each([
    ...responseTypes.map(
      (responseType) => [`response type ${responseType}`, { responseType }] as const,
    ),
    ...responseTypes
      .filter(usesCode)
      .map(
        (responseType) =>
          [
            `response type ${responseType} with a code challenge`,
            { responseType, codeChallenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" },
          ] as const,
      ),
    ["a silent request", { prompt: "none" }],
    ["a forced sign-in", { prompt: "login" }],
    ["a username", { loginHint: "joe+1@example.com" }],
    ["a username and a forced sign-in", { loginHint: "it.user@example.com", prompt: "login" }],
    ["scopes without openid", { scopes: ["groups"] }],
    ["no scope at all", { scopes: [] }],
    [
      "odd characters",
      {
        clientId: "a$b*c(d)!'",
        scopes: ["openid", "é&=#+%"],
        redirectUri: "http://localhost/?a=b&c",
      },
    ],
    [
      "a custom authorization server",
      {
        issuer: "https://dev-1.okta.com/oauth2/default",
        authorizationEndpoint: "https://dev-1.okta.com/oauth2/default/v1/authorize",
      },
    ],
  ] satisfies (readonly [string, Partial<AuthorizationRequest & { issuer: string }>])[])(
    "navigates to the URL that the page shows: %s",
    async (_case, change) => {
      const changed = { ...request, ...change };
      expect(await send(changed)).toBe(buildAuthorizationUrl(changed));
    },
  );

  test("stores nothing, and works without storage", async () => {
    expect(await send(request)).toBe(buildAuthorizationUrl(request));
    expect(touchedStorage).not.toHaveBeenCalled();
  });

  test("logs no warning", async () => {
    const warn = vi.spyOn(console, "warn");
    await send(request);
    await send(request);
    expect(warn).not.toHaveBeenCalled();
  });
});

/** Defines a property that throws when read, like storage that the user has disabled. */
function stubGetter(target: object, name: string, touched: () => void): void {
  Object.defineProperty(target, name, {
    configurable: true,
    get() {
      touched();
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}
