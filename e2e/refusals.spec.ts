import type { Page } from "playwright/test";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findRegion, findSend } from "./support/regions.ts";

/** Not what the page starts with, so that it shows if the form forgets. */
const choice = {
  tokenType: "Both",
  scopes: ["openid", "email"],
} as const satisfies RequestChoice;

/** The refusal in words, with Okta's own beside them and what to do next. */
async function expectRefusal(page: Page, title: string, quotes: readonly string[]): Promise<void> {
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading", { name: title, exact: true })).toBeVisible();
  for (const quote of quotes) await expect(alert).toContainText(quote);
  await expect(alert.getByRole("listitem").last()).toBeVisible();
  await expect(findRegion(page, "ID token")).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe("");
}

async function expectFormKept(page: Page, orgUrl: string): Promise<void> {
  await expect(page.getByRole("radio", { name: choice.tokenType, exact: true })).toBeChecked();
  const scopes = page.getByRole("group", { name: "Scopes" });
  await expect(scopes.getByRole("checkbox", { name: "email", exact: true })).toBeChecked();
  await expect(scopes.getByRole("checkbox", { name: "groups", exact: true })).not.toBeChecked();
  const requestUrl = findRegion(page, "Request URL");
  await expect(requestUrl).toContainText(`${orgUrl}/oauth2/v1/authorize`);
  await expect(findSend(page)).toBeEnabled();
}

test.describe("of a request that somebody changed on its way, the page explains", () => {
  const cases: readonly [
    fault: string,
    change: (parameters: URLSearchParams) => void,
    title: string,
    quotes: readonly string[],
  ][] = [
    [
      "a missing state, though nothing ties the answer to it",
      (it) => it.delete("state"),
      "The state is missing or has characters that Okta refuses",
      ["invalid_request", "invalid 'state' parameter", "Nobody here asked for this answer"],
    ],
    [
      "a missing nonce",
      (it) => it.delete("nonce"),
      "The nonce is missing",
      ["invalid_request", "The 'nonce' parameter is required"],
    ],
    [
      "an unknown prompt",
      (it) => it.set("prompt", "dance"),
      "A parameter has a value that Okta does not know",
      ["invalid_request", "Invalid value for 'prompt' parameter"],
    ],
    [
      "a max_age that is no number",
      (it) => it.set("max_age", "old"),
      "A parameter has a value that Okta does not know",
      ["invalid_request", "Invalid value for 'max_age' parameter"],
    ],
    [
      "a max_age and a prompt that contradict each other",
      (it) => {
        it.set("max_age", "0");
        it.set("prompt", "none");
      },
      "The request contradicts itself",
      ["invalid_request", "'zero' as max_age"],
    ],
    [
      "a parameter that comes twice",
      (it) => it.append("scope", "openid"),
      "A parameter was sent twice",
      ["invalid_request", "Duplicated parameters: [scope]"],
    ],
    [
      "an unknown identity provider",
      (it) => it.set("idp", "0oaunknown"),
      "Okta does not know the identity provider",
      ["invalid_request", "Identity provider is not valid."],
    ],
    [
      "a response type that the app may not have, which is answered in the query",
      (it) => it.set("response_type", "code"),
      "The app may not ask for this kind of token",
      ["unsupported_response_type", "Configured response types: [id_token, token]"],
    ],
    [
      "a response mode that tokens may not travel by",
      (it) => it.set("response_mode", "query"),
      "Okta cannot send the answer that way",
      ["unsupported_response_mode", "'query' response mode cannot be used"],
    ],
    [
      "an unknown response mode",
      (it) => it.set("response_mode", "pigeon"),
      "Okta cannot send the answer that way",
      ["unsupported_response_mode", "Valid response modes: [query, fragment"],
    ],
    [
      "a sign-in page that was forbidden and needed",
      (it) => it.set("prompt", "none"),
      "Nobody is signed in",
      ["login_required", "the user is not logged in"],
    ],
    [
      "a refusal that is none of Okta's usual ones",
      (it) => it.set("request", "e30"),
      "Okta refused the request",
      ["request_not_supported"],
    ],
  ];
  for (const [fault, change, title, quotes] of cases)
    test(fault, async ({ page, startRequest, orgUrl }) => {
      const url = await startRequest(choice);
      change(url.searchParams);
      await page.goto(url.href);
      await expectRefusal(page, title, quotes);
      await expectFormKept(page, orgUrl);
    });
});

test("a person who is not assigned to the app is refused, and the page says what to do", async ({
  page,
  sendRequest,
  orgUrl,
}) => {
  await sendRequest({ ...choice, person: "outside.user@example.com" });
  await expectRefusal(page, "The person is not assigned to the app", [
    "access_denied",
    "User is not assigned to the client application.",
    "Assign the person",
  ]);
  await expectFormKept(page, orgUrl);
});

test.describe("of the scopes that were chosen, the page explains", () => {
  const cases: readonly [fault: string, chosen: RequestChoice, title: string, quote: string][] = [
    [
      "one that the org authorization server does not know",
      { scopes: ["openid", "payroll"] },
      "The org authorization server has no custom scopes",
      "Custom scopes are not allowed for this request.",
    ],
    [
      "that openid is missing",
      { scopes: ["profile"] },
      "The openid scope is missing",
      "require the 'openid' scope",
    ],
    [
      "that there are none, and the server has none of its own",
      { server: "Custom", tokenType: "Access token", scopes: [] },
      "The request asks for no scope",
      "does not have any configured default scopes",
    ],
  ];
  for (const [fault, chosen, title, quote] of cases)
    test(fault, async ({ page, sendRequest }) => {
      await sendRequest(chosen);
      await expectRefusal(page, title, ["invalid_scope", quote]);
      for (const scope of chosen.scopes ?? [])
        await expect(findRegion(page, "Request URL")).toContainText(scope);
    });

  test("that a custom authorization server has no groups scope, and asks again without it", async ({
    page,
    sendRequest,
    signIn,
  }) => {
    await sendRequest({
      server: "Custom",
      tokenType: "Access token",
      scopes: ["openid", "groups"],
    });
    await expectRefusal(page, "This authorization server lacks one of the scopes", [
      "invalid_scope",
      "One or more scopes are not configured",
    ]);

    await page.getByRole("button", { name: "Change it and ask again" }).click();
    await signIn();
    await expect(
      findRegion(page, "Access token").getByRole("list", { name: "Groups" }),
    ).toContainText("IT");
  });
});

test.describe("an answer is not sent to an address that can't be trusted, for", () => {
  const cases: readonly [
    fault: string,
    change: (parameters: URLSearchParams) => void,
    quotes: readonly string[],
  ][] = [
    [
      "a client that the org does not know",
      (it) => it.set("client_id", "0oaunknownapp000000h7"),
      ["invalid_client", "Invalid value for 'client_id' parameter."],
    ],
    [
      "a redirect URI that is not registered to the letter",
      (it) => it.set("redirect_uri", `${it.get("redirect_uri")}callback`),
      ["invalid_request", "The 'redirect_uri' parameter must be a Login redirect URI"],
    ],
    [
      "a request without a redirect URI",
      (it) => it.delete("redirect_uri"),
      ["invalid_request", "The 'redirect_uri' parameter must be a Login redirect URI"],
    ],
    [
      "a redirect URI that comes twice",
      (it) => it.append("redirect_uri", "https://attacker.example/"),
      ["invalid_request", "Duplicated parameters: [redirect_uri]"],
    ],
  ];
  for (const [fault, change, quotes] of cases)
    test(fault, async ({ page, startRequest }) => {
      const url = await startRequest();
      change(url.searchParams);
      await page.goto(url.href);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
      for (const quote of quotes) await expect(page.getByRole("main")).toContainText(quote);
      expect(page.url()).toBe(url.href);
    });
});
