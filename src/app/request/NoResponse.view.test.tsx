import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { RequestChoice } from "../request-choice.ts";
import { buildSessionState } from "../test-session-state.ts";
import { NoResponse } from "./NoResponse.tsx";
import type { MetadataState } from "./use-metadata.ts";

const ownOrg = { org: "own", domain: "dev-123.okta.com", clientId: "0oa1b2c3d4" } as const;
const unanswered = { orgUrl: "https://dev-123.okta.com", clientId: ownOrg.clientId };
const card = page.getByRole("region", { name: "No response arrived" });

const loading: MetadataState = { status: "loading" };

const renderCard = (choice: Partial<RequestChoice>, metadata: MetadataState = loading) =>
  render(<NoResponse state={buildSessionState(choice, { unanswered })} metadata={metadata} />);

describe(NoResponse, () => {
  test("lists the causes of a 400 page, and has the redirect URI to register", async () => {
    await renderCard(ownOrg);
    await expect.element(card).not.toHaveTextContent("has no app with this client ID");
    await expect.element(card).toHaveTextContent("The last request to dev-123.okta.com");
    await expect.element(card).toHaveTextContent("If you only went back, send it again.");
    const causes = card.getByRole("listitem");
    await expect.element(causes.first()).toHaveTextContent(/redirect_uri.*http:\/\/localhost\//);
    await expect
      .element(causes.first().getByRole("button", { name: "Copy redirect URI" }))
      .toBeVisible();
    await expect.element(causes.nth(1)).toHaveTextContent(/client_id.*General tab/);
    await expect
      .element(card.getByRole("link", { name: "Decode" }))
      .toHaveAttribute("href", "?decode");
  });

  test("says first that the org doesn't know the client ID", async () => {
    const metadata = {
      issuer: unanswered.orgUrl,
      authorizationEndpoint: unanswered.orgUrl,
      jwksUri: unanswered.orgUrl,
      tokenEndpoint: undefined,
      userinfoEndpoint: undefined,
      scopesSupported: [],
      foreignOrigins: [],
    };
    const answer = { kind: "loaded", metadata } as const;
    await renderCard(ownOrg, { status: "done", answer, isClientUnknown: true });
    await expect
      .element(card.getByRole("paragraph").first())
      .toHaveTextContent("The org has no app with this client ID.");
  });

  test.each<[string, Partial<RequestChoice>]>([
    ["another client ID", { ...ownOrg, clientId: "0oaother" }],
    ["another org", { ...ownOrg, domain: "dev-9.okta.com" }],
    ["the demo org", { ...ownOrg, org: "demo" }],
  ])("shows nothing after the request was changed to %s", async (_, choice) => {
    const { container } = await renderCard(choice);
    expect(container.textContent).toBe("");
  });
});
