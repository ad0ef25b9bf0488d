import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { RequestChoice } from "../request-choice.ts";
import { createFakeOrg, orgUrl, type Routes, refuse } from "../set-up/test-org-api.ts";
import { buildSessionState } from "../test-session-state.ts";
import { PredictionPanel } from "./PredictionPanel.tsx";
import { SetUpPrediction } from "./SetUpPrediction.tsx";

const clientId = "0oaoiuhhch8VRtBnC0h7";
const username = "ann@example.com";
const userPath = "GET /api/v1/users/ann%40example.com";
const group = (name: string) => ({
  id: `00g${name}`,
  created: "2026-01-01T00:00:00.000Z",
  type: "OKTA_GROUP",
  profile: { name },
});
const app = {
  id: clientId,
  label: "My app",
  status: "ACTIVE",
  credentials: { oauthClient: { client_id: clientId } },
  settings: {
    oauthClient: {
      application_type: "browser",
      grant_types: ["implicit"],
      response_types: ["id_token", "token"],
      redirect_uris: ["http://localhost/"],
    },
  },
  profile: {},
};
const withApp = (change: Partial<typeof app>): Routes => ({
  [`GET /api/v1/apps/${clientId}`]: { ...app, ...change },
});
const routes: Routes = {
  ...withApp({}),
  [`GET /api/v1/internal/apps/${clientId}/settings/oauth/idToken`]: {
    valueType: "GROUPS",
    name: "groups",
    groupFilterType: "REGEX",
    value: ".*",
  },
  [`GET /api/v1/apps/${clientId}/users/00uann`]: { id: "00uann" },
  [userPath]: { id: "00uann", status: "ACTIVE", profile: { login: username } },
  [`${userPath}/groups?limit=200`]: [group("Everyone"), group("IT")],
};

const heading = page.getByRole("heading", { level: 2 }).first();
const prediction = page.getByRole("region", { name: "Prediction" });
const idToken = page.getByRole("region", { name: "ID token" });
const outcome = prediction.getByRole("status").filter({ hasText: "not enough" });

type PanelProps = { choice?: Partial<RequestChoice>; onSend?: () => Promise<void> };

function Panel({ choice = {}, onSend = async () => undefined }: PanelProps) {
  const draft = { ...buildSessionState(choice).draft, orgUrl };
  return (
    <PredictionPanel
      draft={draft}
      metadata={{ status: "not-requested" }}
      SetUpPrediction={SetUpPrediction}
      username={username}
      showsGoals={false}
      canSend
      onChoose={() => undefined}
      onSend={onSend}
      onOpenMap={() => undefined}
    />
  );
}

function setUpOrg(changed: Routes = {}) {
  const { fetch, calls } = createFakeOrg({ ...routes, ...changed });
  vi.stubGlobal("fetch", fetch);
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

describe(SetUpPrediction, () => {
  test("names the groups after the set-up is fetched", async () => {
    setUpOrg();
    await render(<Panel />);
    await expect
      .element(prediction)
      .toHaveTextContent("Groups of ann@example.com: Everyone and IT.");
    await expect.element(heading).toHaveTextContent("The ID token should carry the groups");
    await expect
      .element(idToken)
      .toHaveTextContent("The filter of the claim groups matches Everyone and IT.");
  });

  test("warns of a refusal that follows from the set-up, and predicts no groups", async () => {
    setUpOrg({ [`GET /api/v1/apps/${clientId}/users/00uann`]: refuse(404, "Not found") });
    await render(<Panel />);
    await expect.element(heading).toHaveTextContent("Okta will refuse this request");
    await expect
      .element(prediction)
      .toHaveTextContent("access_denied: ann@example.com is not assigned to the app My app.");
    await expect.element(idToken).toHaveTextContent(/Nothing is returned\.$/);
  });

  test("offers the set-up change that adds the groups, then sends the request", async () => {
    const claim = `/api/v1/internal/apps/${clientId}/settings/oauth/idToken`;
    const calls = setUpOrg({
      [`GET ${claim}`]: { valueType: "NONE" },
      [`POST ${claim}`]: {},
    });
    const onSend = vi.fn(async () => undefined);
    await render(<Panel onSend={onSend} />);
    const button = prediction.getByRole("button", {
      name: "Set the app’s groups claim to Matches regex .* and send",
    });
    await expect
      .element(button)
      .toHaveAccessibleDescription("Groups claim of My app: none → groups, Matches regex .*");
    expect(calls.some(({ call }) => call.startsWith("POST"))).toBe(false);
    await button.click();
    await vi.waitFor(() => expect(onSend).toHaveBeenCalledOnce());
    expect(calls.find(({ call }) => call === `POST ${claim}`)).toBeDefined();
  });

  test("offers the change of a claim whose value is no list, as the verdict would", async () => {
    setUpOrg({
      [`GET /api/v1/internal/apps/${clientId}/settings/oauth/idToken`]: {
        valueType: "EXPRESSION",
        name: "groups",
        value: 'isMemberOfGroupName("IT")',
      },
      "POST /demo/v1/expression-check": {
        kind: "value",
        language: "classic",
        value: true,
      },
    });
    await render(<Panel />);
    await expect.element(idToken).toHaveTextContent("The claim groups is not a list of groups.");
    await expect
      .element(prediction.getByRole("button", { name: / and send$/ }))
      .toHaveAccessibleDescription(
        'Groups claim of My app: Expression isMemberOfGroupName("IT") → Matches regex .*',
      );
  });

  test("activates a deactivated app, then sends the request", async () => {
    const activate = `POST /api/v1/apps/${clientId}/lifecycle/activate`;
    const calls = setUpOrg({ ...withApp({ status: "INACTIVE" }), [activate]: {} });
    const onSend = vi.fn(async () => undefined);
    await render(<Panel onSend={onSend} />);
    await expect.element(heading).toHaveTextContent("Okta will probably refuse this request");
    await expect.element(prediction).toHaveTextContent("The app My app is deactivated.");
    const button = prediction.getByRole("button", { name: "Activate the app and send" });
    await expect.element(button).toHaveAccessibleDescription("Status of My app: Inactive → Active");
    await button.click();
    await vi.waitFor(() => expect(onSend).toHaveBeenCalledOnce());
    expect(calls.some(({ call }) => call === activate)).toBe(true);
  });

  test("sends nothing after a change that is not enough, and offers the next one", async () => {
    const unassigned = {
      [`GET /api/v1/apps/${clientId}/users/00uann`]: refuse(404, "Not found"),
      [`POST /api/v1/apps/${clientId}/lifecycle/activate`]: {},
    };
    setUpOrg({ ...withApp({ status: "INACTIVE" }), ...unassigned });
    const onSend = vi.fn(async () => undefined);
    await render(<Panel onSend={onSend} />);
    const button = prediction.getByRole("button", { name: "Activate the app", exact: true });
    await expect.element(button).toBeVisible();
    setUpOrg(unassigned);
    await button.click();
    await expect
      .element(prediction.getByRole("button", { name: "Assign ann@example.com and send" }))
      .toHaveFocus();
    await expect.element(prediction).toHaveTextContent("is not assigned to the app My app.");
    expect(onSend).not.toHaveBeenCalled();
  });

  test("announces that a change is not enough, what is still wrong, and what is next", async () => {
    const unassigned = {
      [`GET /api/v1/apps/${clientId}/users/00uann`]: refuse(404, "Not found"),
      [`POST /api/v1/apps/${clientId}/lifecycle/activate`]: {},
    };
    setUpOrg({ ...withApp({ status: "INACTIVE" }), ...unassigned });
    const screen = await render(<Panel />);
    const button = prediction.getByRole("button", { name: "Activate the app", exact: true });
    await expect.element(button).toBeVisible();
    await expect.element(outcome).not.toBeInTheDocument();
    setUpOrg(unassigned);
    await button.click();
    await expect
      .element(outcome)
      .toHaveTextContent(
        "Activate the app: done. It is not enough, so nothing was sent. Okta will refuse this request. access_denied: ann@example.com is not assigned to the app My app. Next: Assign ann@example.com and send.",
      );
    await screen.rerender(<Panel choice={{ scopes: ["openid"] }} />);
    await expect.element(outcome).not.toBeInTheDocument();
  });

  test("moves the focus to the outcome of a change that is not enough, if no other change is offered", async () => {
    const activate = { [`POST /api/v1/apps/${clientId}/lifecycle/activate`]: {} };
    const ofUser = {
      [userPath]: { id: "00uann", status: "PROVISIONED", profile: { login: username } },
    };
    setUpOrg({ ...withApp({ status: "INACTIVE" }), ...ofUser, ...activate });
    await render(<Panel />);
    const button = prediction.getByRole("button", { name: "Activate the app", exact: true });
    await expect.element(button).toBeVisible();
    setUpOrg({ ...ofUser, ...activate });
    await button.click();
    await expect.element(outcome).toHaveFocus();
    await expect.element(outcome).toHaveTextContent(/has no password yet/);
    await expect.element(prediction.getByRole("button")).not.toBeInTheDocument();
  });

  test("names the next change of the request after a set-up change that is not enough", async () => {
    const activate = { [`POST /api/v1/apps/${clientId}/lifecycle/activate`]: {} };
    setUpOrg({ ...withApp({ status: "INACTIVE" }), ...activate });
    await render(<Panel choice={{ scopes: ["openid", "crm.read"] }} />);
    const button = prediction.getByRole("button", { name: "Activate the app", exact: true });
    await expect.element(button).toBeVisible();
    setUpOrg(activate);
    await button.click();
    await expect.element(outcome).toHaveTextContent("Next: Remove crm.read.");
    await expect.element(outcome).toHaveFocus();
  });

  test("unsuspends the user who signs in, then sends the request", async () => {
    const unsuspend = "POST /api/v1/users/00uann/lifecycle/unsuspend";
    const user = { id: "00uann", status: "SUSPENDED", profile: { login: username } };
    const calls = setUpOrg({ [userPath]: user, [unsuspend]: {} });
    const onSend = vi.fn(async () => undefined);
    await render(<Panel onSend={onSend} />);
    await expect
      .element(prediction)
      .toHaveTextContent("ann@example.com is suspended, so they can’t sign in.");
    const button = prediction.getByRole("button", { name: "Unsuspend ann@example.com and send" });
    await expect
      .element(button)
      .toHaveAccessibleDescription("Status of ann@example.com: Suspended → Active");
    await button.click();
    await vi.waitFor(() => expect(onSend).toHaveBeenCalledOnce());
    expect(calls.some(({ call }) => call === unsuspend)).toBe(true);
  });

  test("warns of a redirect URI that is not registered in the app", async () => {
    const { oauthClient } = app.settings;
    setUpOrg(
      withApp({ settings: { oauthClient: { ...oauthClient, redirect_uris: ["http://other/"] } } }),
    );
    await render(<Panel />);
    await expect
      .element(prediction)
      .toHaveTextContent(/invalid_request: The app My app lacks the sign-in redirect URI/);
    await expect
      .element(prediction.getByRole("button", { name: "Add the redirect URI and send" }))
      .toHaveAccessibleDescription(/^Sign-in redirect URIs of My app: http:\/\/other\/ → /);
  });

  test("predicts without the set-up if the set-up can't be fetched", async () => {
    const calls = setUpOrg({ [userPath]: new Response("<!doctype html>") });
    await render(<Panel />);
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(3));
    await expect.element(prediction).toHaveTextContent("The app’s groups claim decides");
  });

  test("keeps the last prediction while the request changes", async () => {
    setUpOrg();
    const screen = await render(<Panel />);
    await expect
      .element(prediction)
      .toHaveTextContent("Groups of ann@example.com: Everyone and IT.");
    const headings: string[] = [];
    const observer = new MutationObserver(() => headings.push(prediction.element().textContent));
    observer.observe(prediction.element(), { subtree: true, childList: true, characterData: true });
    const responseType = "id_token token";
    await screen.rerender(<Panel choice={{ responseType, scopes: ["openid", "groups"] }} />);
    const userInfo = page.getByRole("region", { name: "UserInfo" });
    await expect
      .element(userInfo)
      .toHaveTextContent("The filter of the claim groups matches Everyone and IT");
    observer.disconnect();
    expect(headings.length).toBeGreaterThan(0);
    expect(headings.filter((text) => !text.includes("Everyone and IT"))).toEqual([]);
  });

  test("fetches the set-up again when the tab gets the focus", async () => {
    setUpOrg();
    await render(<Panel />);
    await expect.element(prediction).toHaveTextContent("Everyone and IT");
    setUpOrg({ [`${userPath}/groups?limit=200`]: [group("Sales")] });
    window.dispatchEvent(new Event("focus"));
    await expect.element(prediction).toHaveTextContent("ann@example.com: Sales.");
  });
});
