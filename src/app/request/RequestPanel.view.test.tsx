import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { PopoverButton } from "../../ui/Popover.tsx";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import type { RequestChoice } from "../request-choice.ts";
import { buildRun, testClaims } from "../result/test-run.ts";
import type { SessionState } from "../session-state.ts";
import { buildSessionState } from "../test-session-state.ts";
import { explainHighlight } from "./explain-highlight.ts";
import { focusControl, focusInvalid } from "./focus-control.ts";
import { OrgChoice } from "./OrgChoice.tsx";
import { RequestPanel } from "./RequestPanel.tsx";
import { SendNotes } from "./SendNotes.tsx";
import type { MetadataState } from "./use-metadata.ts";

const ready: DemoOrgStatus = { status: "ready" };
const ownOrg: Partial<RequestChoice> = {
  org: "own",
  domain: "dev-123.okta.com",
  clientId: "0oa1b2c3d4",
};

type Setting = {
  choice?: Partial<RequestChoice>;
  state?: Partial<SessionState>;
  demoOrg?: DemoOrgStatus;
  metadata?: MetadataState;
  usernames?: readonly string[];
  isFolded?: boolean;
  /** The content beside or below the form. */
  result?: ReactNode;
};

async function renderPanel({ choice, state, demoOrg = ready, ...rest }: Setting = {}) {
  const handlers = {
    onChoose: vi.fn(),
    onSend: vi.fn(),
    onSendAsAnotherUser: vi.fn(),
    onCompare: vi.fn(),
    onToggleFold: vi.fn(),
    onRetryDemoOrg: vi.fn(),
    onCopy: vi.fn(async () => undefined),
  };
  const panel = (changed = state) => (
    <>
      <PopoverButton popoverId="org">Org</PopoverButton>
      <RequestPanel
        state={buildSessionState(choice, changed)}
        demoOrg={demoOrg}
        metadata={rest.metadata ?? { status: "not-requested" }}
        usernames={rest.usernames ?? []}
        orgPopoverId="org"
        parts={{ OrgChoice, SendNotes, explainHighlight, focusControl, focusInvalid }}
        havePartsFailed={false}
        onNeedParts={() => undefined}
        isComplete
        isFolded={rest.isFolded ?? false}
        {...handlers}
      />
      {rest.result}
    </>
  );
  const screen = await render(panel());
  const form = screen.getByRole("form", { name: "Request" });
  const update = (changed: Setting["state"]) => screen.rerender(panel(changed));
  return { screen, form, update, ...handlers };
}

describe(RequestPanel, () => {
  test("shows the URL of the request, and sends the request on Enter", async () => {
    const { form, onSend } = await renderPanel({ choice: { scopes: ["openid", "crm.read"] } });
    const url = form.getByRole("region", { name: "Request URL" });
    await expect
      .element(url)
      .toHaveTextContent("http://localhost/demo-org/oauth2/v1/authorize?client_id=");
    await expect.element(url).toHaveTextContent("scope=openid%20crm.read");
    await form.getByRole("textbox", { name: "Other scopes" }).click();
    await userEvent.keyboard("{Enter}");
    expect(onSend).toHaveBeenCalledOnce();
  });

  test.each([
    ["textbox", "Authorization server ID"],
    ["radio", "Custom"],
    ["radio", "Access token"],
    ["checkbox", /openid/],
  ] as const)("sends on Enter from the %s %s", async (role, name) => {
    const { form, onSend } = await renderPanel({ choice: { server: "custom" } });
    (await form.getByRole(role, { name }).findElement()).focus();
    await userEvent.keyboard("{Enter}");
    expect(onSend).toHaveBeenCalledOnce();
  });

  test("focuses the field of the URL line that the user activates", async () => {
    const { form } = await renderPanel({ choice: { responseType: "id_token token" } });
    const url = form.getByRole("region", { name: "Request URL" });
    (await url.getByRole("button", { name: /^scope=/ }).findElement()).focus();
    await userEvent.keyboard("{Enter}");
    const scopes = form.getByRole("group", { name: "Scopes" });
    await expect.element(scopes.getByRole("checkbox").first()).toHaveFocus();
    url
      .getByRole("button", { name: /^response_type=/ })
      .element()
      .focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(form.getByRole("radio", { name: "Both" })).toHaveFocus();
  });

  test("lists parameters of the form first, but copies the URL as it is sent", async () => {
    const { form } = await renderPanel({ choice: { responseType: "code" } });
    const url = form.getByRole("region", { name: "Request URL" });
    const lines = url.getByRole("toolbar").getByRole("button").elements();
    const names = lines
      .slice(1)
      .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((line) => line.textContent?.replace(/=.*/, ""));
    expect(names.slice(0, 4)).toEqual(["client_id", "response_mode", "response_type", "scope"]);
    expect(names).toContain("code_challenge");
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const copy = url.getByRole("button", { name: "Copy URL" });
    const left = () => copy.element().getBoundingClientRect().left;
    const before = left();
    await copy.click();
    await expect.element(url.getByText("Copied")).toBeVisible();
    expect(left()).toBe(before);
    expect(write.mock.calls[0]?.[0]).toBe(lines.map((line) => line.textContent).join(""));
  });

  test("has one tab stop for all lines of the URL, and moves between them with arrow keys", async () => {
    const { form } = await renderPanel();
    const url = form.getByRole("region", { name: "Request URL" });
    url.getByRole("button", { name: "Copy as curl" }).element().focus();
    await userEvent.tab();
    await expect.element(url.getByRole("button", { name: /authorize\?$/ })).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await expect.element(url.getByRole("button", { name: /^response_type=/ })).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(url.getByRole("button", { name: /^client_id=/ })).toHaveFocus();
    await userEvent.tab();
    await expect.element(form.getByRole("button", { name: "Send request" })).toHaveFocus();
  });

  test("announces the redirect, but not while the map is filled", async () => {
    const sending = { status: "leaving" } as const;
    const { screen, onSend } = await renderPanel({ state: { sending } });
    await expect.element(page.getByText(/^Redirecting to/)).toBeVisible();
    // If the org doesn't respond, the user can send again.
    await page.getByRole("button", { name: "Send request" }).click();
    expect(onSend).toHaveBeenCalledOnce();
    await screen.unmount();
    const { form } = await renderPanel({
      state: { sending, map: { fill: { status: "running" }, hasFilled: false } as never },
    });
    await expect.element(form).not.toHaveTextContent("Redirecting");
  });

  test("keeps the other scopes when a listed one changes", async () => {
    const { form, onChoose } = await renderPanel({ choice: { scopes: ["openid", "crm.read"] } });
    await form.getByRole("checkbox", { name: "groups" }).click();
    expect(onChoose).toHaveBeenLastCalledWith({ scopes: ["openid", "groups", "crm.read"] });
  });

  test("requests a code when the user chooses Code + PKCE", async () => {
    const { form, onChoose } = await renderPanel();
    const flow = form.getByRole("radiogroup", { name: "Flow" });
    await expect.element(flow.getByRole("radio", { name: "Implicit" })).toBeChecked();
    await flow.getByRole("radio", { name: "Code + PKCE" }).click();
    expect(onChoose).toHaveBeenLastCalledWith({ responseType: "code" });
  });

  test("says that the code is exchanged for both tokens, and can switch back to the implicit flow", async () => {
    const { form, onChoose } = await renderPanel({ choice: { responseType: "code" } });
    await expect.element(form.getByText("The code is exchanged for both tokens.")).toBeVisible();
    await expect
      .element(form.getByRole("radiogroup", { name: "Token type" }))
      .not.toBeInTheDocument();
    const url = form.getByRole("region", { name: "Request URL" });
    await expect.element(url).toHaveTextContent("code_challenge=challenge-1");
    await expect.element(url).toHaveTextContent("response_mode=fragment");
    await form.getByRole("radio", { name: "Implicit" }).click();
    expect(onChoose).toHaveBeenLastCalledWith({ responseType: "id_token" });
  });

  describe("with ALLOWED_ORGS", () => {
    beforeEach(
      () => void vi.stubEnv("ALLOWED_ORGS", "https://acme.okta.com,https://login.acme.com"),
    );
    afterEach(() => void vi.unstubAllEnvs());
    const refusal = "This deployment of the page works only with acme.okta.com and login.acme.com.";

    test("offers only the allowed orgs", async () => {
      const { screen, onChoose } = await renderPanel({ choice: { org: "own" } });
      await screen.getByRole("button", { name: "Org" }).click();
      const domain = screen.getByRole("combobox", { name: "Okta domain" });
      await expect.element(domain).toHaveTextContent("Choose an orgacme.okta.comlogin.acme.com");
      await domain.selectOptions("login.acme.com");
      expect(onChoose).toHaveBeenLastCalledWith({ domain: "https://login.acme.com" });
      expect(screen.container.textContent).not.toContain(refusal);
    });

    test("tells the user to choose an org", async () => {
      const { screen } = await renderPanel({
        choice: { org: "own" },
        state: { sending: { status: "incomplete" } },
      });
      await expect.element(screen.getByText("Choose your org.")).toBeInTheDocument();
    });

    test("refuses another org of a link, and doesn't show its request URL", async () => {
      const { form } = await renderPanel({ choice: { ...ownOrg, domain: "evil.okta.com" } });
      await expect.element(form).toHaveTextContent(refusal);
      await expect.element(form).not.toHaveTextContent("https://evil.okta.com");
    });

    test("accepts an allowed org of a link", async () => {
      const { form } = await renderPanel({ choice: { ...ownOrg, domain: "acme.okta.com" } });
      await expect.element(form).toHaveTextContent("https://acme.okta.com/oauth2/v1/authorize");
      await expect.element(form).not.toHaveTextContent(refusal);
    });
  });

  test.each(["token", "id_token token"] as const)(
    "has Implicit checked for the response type %s",
    async (type) => {
      const { form } = await renderPanel({ choice: { responseType: type } });
      await expect.element(form.getByRole("radio", { name: "Implicit" })).toBeChecked();
    },
  );

  test("hides the hybrid response types until the user opens them", async () => {
    const { form, onChoose } = await renderPanel();
    const hybrid = form.getByRole("radio", { name: "code id_token", exact: true });
    await expect.element(hybrid).not.toBeInTheDocument();
    await form.getByText("More response types").click();
    await hybrid.click();
    expect(onChoose).toHaveBeenLastCalledWith({ responseType: "code id_token" });
  });

  test("shows the hybrid response type of a link", async () => {
    const { form } = await renderPanel({ choice: { responseType: "code id_token token" } });
    const chosen = form.getByRole("radio", { name: "code id_token token", exact: true });
    await expect.element(chosen).toBeChecked();
    await expect.element(chosen).toBeVisible();
  });

  test("offers the demo users, keeps the chosen one, and says who is signed in", async () => {
    const { form } = await renderPanel({
      choice: { person: "joe.user@example.com" },
      usernames: ["it.user@example.com", "joe.user@example.com"],
      state: { signedInUser: "it.user@example.com" },
    });
    const signInAs = form.getByRole("combobox", { name: "Sign in as" });
    await expect.element(signInAs).toHaveValue("joe.user@example.com");
    await expect.element(form.getByText("Signed in as it.user@example.com")).toBeVisible();
    await expect
      .element(form.getByRole("region", { name: "Request URL" }))
      .toHaveTextContent("prompt=login");
  });

  test("lists a link's user who is not in the org", async () => {
    const { form } = await renderPanel({ choice: { person: "old.user@example.com" } });
    await expect
      .element(form.getByRole("combobox", { name: "Sign in as" }))
      .toHaveValue("old.user@example.com");
  });

  test("sends on Enter from the choice of the user, too", async () => {
    const { form, onSend } = await renderPanel({ usernames: ["it.user@example.com"] });
    const signInAs = form.getByRole("combobox", { name: "Sign in as" });
    (await signInAs.findElement()).focus();
    await userEvent.keyboard("{Enter}");
    expect(onSend).toHaveBeenCalledOnce();
  });

  test("sends again only to the org of the shown run", async () => {
    const shownRun = buildRun({ idToken: testClaims.fat });
    const sent = shownRun.request?.orgUrl ?? "";
    const { form, update } = await renderPanel({ state: { shownRun } });
    const send = form.getByRole("button", { name: /^Send (request|again)$/ });
    await expect.element(send).toHaveTextContent("Send request");
    const { draft } = buildSessionState();
    await update({ shownRun, draft: { ...draft, orgUrl: sent } });
    await expect.element(send).toHaveTextContent("Send again");
  });

  test("says that Send again sends the form’s request, if the shown run has a different request", async () => {
    const { draft } = buildSessionState();
    const { orgUrl, server, request } = draft;
    const { clientId, responseType } = request;
    const sent = { orgUrl, server, clientId, responseType, scopes: [...request.scopes], query: "" };
    const shownRun = buildRun({ idToken: testClaims.fat, number: 3, request: sent });
    const { form, update } = await renderPanel({ state: { shownRun } });
    await expect.element(form.getByRole("button", { name: "Send again" })).toBeVisible();
    const note = form.getByText(/^Sends this request/);
    await expect.element(note).not.toBeInTheDocument();

    const next = buildSessionState({ responseType: "token" }).draft;
    await update({ shownRun, draft: next });
    await expect.element(note).toHaveTextContent("Sends this request, not run 3 again.");
    await expect.element(note).toBeVisible();

    await update({ shownRun: undefined, draft: next });
    await expect.element(form.getByRole("button", { name: "Send request" })).toBeVisible();
    await expect.element(note).not.toBeInTheDocument();
  });

  test("shows the first lines of the URL, the whole hint and the send button on a projector", async () => {
    await page.viewport(1280, 720);
    const { draft } = buildSessionState();
    const { orgUrl, server, request } = draft;
    const { clientId, responseType } = request;
    const sent = { orgUrl, server, clientId, responseType, scopes: [...request.scopes], query: "" };
    const { form } = await renderPanel({
      choice: { server: "custom" },
      state: {
        shownRun: buildRun({ idToken: testClaims.fat, request: sent }),
        draft: buildSessionState({ server: "custom" }).draft,
        signedInUser: "it.user@example.com",
      },
    });
    await form.getByRole("textbox", { name: "Authorization server ID" }).click();
    await expect.element(form.getByText(/^Sends this request/)).toBeInViewport({ ratio: 1 });
    await expect.element(form.getByRole("button", { name: "Send again" })).toBeInViewport();
    const measure = (name: RegExp) =>
      form.getByRole("button", { name }).element().getBoundingClientRect();
    const url = form.getByRole("toolbar").element().getBoundingClientRect();
    expect(measure(/^scope=/).bottom).toBeLessThanOrEqual(url.bottom);
    const hint = form.getByText(/^The authorization endpoint|^Protects your own APIs/);
    expect(hint.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(
      form
        .getByText(/^Sends this request/)
        .element()
        .getBoundingClientRect().top,
    );
  });

  test("can’t send while the demo org starts", async () => {
    const { form } = await renderPanel({ demoOrg: { status: "starting" } });
    await expect.element(form.getByRole("button", { name: "Send request" })).toBeDisabled();
  });

  test.each([
    [true, /This link chose evil\.example/],
    [false, /evil\.example is not an Okta domain/],
  ])("names an unknown host beside Send request (from a link: %s)", async (isOrgFromLink, text) => {
    const { form } = await renderPanel({
      choice: { ...ownOrg, domain: "evil.example" },
      state: { isOrgFromLink },
    });
    await expect.element(form.getByText(text)).toBeVisible();
  });

  test("names an internationalized host in punycode", async () => {
    const { form } = await renderPanel({
      choice: { ...ownOrg, domain: "оkta.com" },
      state: { isOrgFromLink: true },
    });
    await expect.element(form.getByText(/This link chose xn--kta-red\.com/)).toBeVisible();
  });

  test("says nothing about an Okta domain that the user typed", async () => {
    const { form } = await renderPanel({ choice: ownOrg });
    await expect.element(form.getByRole("button", { name: "Send request" })).toBeVisible();
    await expect
      .element(form.getByText(/not an Okta domain|This link chose/))
      .not.toBeInTheDocument();
  });

  test("opens the org choice for an invalid field in it, and focuses the field", async () => {
    const choice = { ...ownOrg, domain: "https://:pw@evil.example" };
    const { screen, update } = await renderPanel({ choice });
    await update({ sending: { status: "incomplete" } });
    const domain = screen.getByRole("textbox", { name: "Okta domain" });
    await expect.element(domain).toHaveFocus();
    await expect.element(domain).toBeInvalid();
    const measure = (name: string, role: "button" | "dialog") =>
      screen.getByRole(role, { name, exact: true }).element().getBoundingClientRect();
    const below = measure("Okta org", "dialog").top - measure("Org", "button").bottom;
    expect(below).toBeGreaterThanOrEqual(0);
    expect(below).toBeLessThan(10);
  });

  test("marks a field that a link filled in as invalid, but not a field that it left empty", async () => {
    const choice = { ...ownOrg, domain: "dev-123,okta.com", clientId: "" };
    const { screen } = await renderPanel({ choice });
    await screen.getByRole("button", { name: "Org", exact: true }).click();
    await expect.element(screen.getByRole("textbox", { name: "Okta domain" })).toBeInvalid();
    await expect.element(screen.getByRole("textbox", { name: "Client ID" })).not.toBeInvalid();
  });

  test("closes the org choice on Enter, and sends nothing", async () => {
    const { screen, onSend } = await renderPanel({ choice: ownOrg });
    await screen.getByRole("button", { name: "Org", exact: true }).click();
    const dialog = screen.getByRole("dialog", { name: "Okta org" });
    await screen.getByRole("textbox", { name: "Client ID" }).click();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog).not.toBeInTheDocument();
    expect(onSend).not.toHaveBeenCalled();
  });

  test("says that the org has no app with this client ID, and still sends", async () => {
    const metadata: MetadataState = {
      status: "done",
      isClientUnknown: true,
      answer: {
        kind: "loaded",
        metadata: {
          issuer: "https://dev-123.okta.com",
          authorizationEndpoint: "https://dev-123.okta.com/oauth2/v1/authorize",
          jwksUri: "https://dev-123.okta.com/oauth2/v1/keys",
          tokenEndpoint: undefined,
          userinfoEndpoint: undefined,
          scopesSupported: [],
          foreignOrigins: [],
        },
      },
    };
    const { screen, form } = await renderPanel({ choice: ownOrg, metadata });
    await screen.getByRole("button", { name: "Org", exact: true }).click();
    await expect
      .element(form.getByRole("textbox", { name: "Client ID" }))
      .toHaveAccessibleDescription(/The org responds, but has no app with this client ID/);
    await expect.element(form.getByRole("button", { name: "Send request" })).toBeEnabled();
  });

  test("takes the issuer that the metadata names", async () => {
    const { screen, onChoose } = await renderPanel({
      choice: ownOrg,
      metadata: {
        status: "done",
        answer: {
          kind: "issuer_mismatch",
          expected: "https://dev-123.okta.com",
          received: "https://id.example.com",
        },
      },
    });
    await screen.getByRole("button", { name: "Org", exact: true }).click();
    await screen.getByRole("button", { name: "Use the metadata’s issuer" }).click();
    expect(onChoose).toHaveBeenCalledWith({ domain: "https://id.example.com" });
  });

  test("explains the field that has the pointer or the focus", async () => {
    const { form } = await renderPanel();
    await form.getByRole("checkbox", { name: "groups" }).hover();
    await expect.element(form.getByText(/^Requests groups\./)).toBeVisible();
    await form.getByRole("radio", { name: "Both" }).click();
    await expect.element(form.getByText(/the ID token is thin/)).toBeVisible();
  });

  describe("above a refusal", () => {
    const refusal = (likelihood: "certain" | "possible") => (
      <main>
        <div data-refusal={likelihood}>
          <h2>Okta will refuse this request</h2>
        </div>
      </main>
    );
    const seeWhy = page.getByRole("button", { name: "See why" });
    afterEach(() => page.viewport(1280, 720));

    test("says that Okta is expected to refuse the request, and has a button that moves to the reason", async () => {
      await page.viewport(390, 844);
      const { form, onSend } = await renderPanel({ result: refusal("certain") });
      await expect
        .element(form.getByText(/^Okta is expected to refuse this request/))
        .toBeVisible();
      await seeWhy.click();
      await expect
        .element(page.getByText("Okta will refuse this request").element().parentElement)
        .toHaveFocus();
      expect(onSend).not.toHaveBeenCalled();
    });

    test.each([
      ["if the refusal is beside the form", 1280, "certain"],
      ["if Okta may return a response", 390, "possible"],
    ] as const)("says nothing %s", async (_where, width, likelihood) => {
      await page.viewport(width, 844);
      const { form } = await renderPanel({ result: refusal(likelihood) });
      await expect.element(form.getByRole("button", { name: "Send request" })).toBeVisible();
      await expect.element(seeWhy).not.toBeInTheDocument();
    });

    test("says nothing in a presentation, where the refusal follows the send button", async () => {
      await page.viewport(800, 600);
      const choice = { isPresenting: true };
      const { form } = await renderPanel({ choice, isFolded: true, result: refusal("certain") });
      await expect.element(form.getByRole("button", { name: "Send request" })).toBeVisible();
      await expect.element(seeWhy).not.toBeInTheDocument();
    });
  });

  test("folds to one line on a phone", async () => {
    await page.viewport(390, 844);
    const { form, onToggleFold } = await renderPanel({ isFolded: true });
    await expect
      .element(form.getByText("Org · ID token · openid profile email groups"))
      .toBeVisible();
    await expect
      .element(form.getByRole("button", { name: "Send request" }))
      .not.toBeInTheDocument();
    await form.getByRole("button", { name: "Edit" }).click();
    expect(onToggleFold).toHaveBeenCalledOnce();
    await page.viewport(1280, 720);
  });

  test("sends a presentation's request without the form, but not a lesson's", async () => {
    const choice = { isPresenting: true };
    const { screen, form, onSend } = await renderPanel({ choice, isFolded: true });
    await expect.element(form.getByRole("radio", { name: "Custom" })).not.toBeInTheDocument();
    await form.getByRole("button", { name: "Send request" }).click();
    expect(onSend).toHaveBeenCalledOnce();
    await screen.unmount();
    await renderPanel({ choice: { ...choice, lesson: "userinfo" }, isFolded: true });
    await expect.element(form.getByRole("button", { name: "Edit" })).toBeVisible();
    await expect
      .element(form.getByRole("button", { name: "Send request" }))
      .not.toBeInTheDocument();
  });

  test.each([1280, 800])(
    "has a presentation's buttons on one line, and notes below them, at a width of %i",
    async (width) => {
      await page.viewport(width, 720);
      const { form } = await renderPanel({
        choice: { isPresenting: true, server: "custom", authorizationServerId: "nope" },
        metadata: {
          status: "done",
          answer: {
            kind: "issuer_mismatch",
            expected: "https://a.example",
            received: "https://b.example",
          },
        },
        isFolded: true,
      });
      const measure = (name: string) =>
        form.getByRole("button", { name }).element().getBoundingClientRect();
      await expect.element(form.getByRole("button", { name: "Edit" })).toBeVisible();
      const [edit, send, note] = ["Edit", "Send request", "Use the metadata’s issuer"].map(measure);
      const { right } = form.element().getBoundingClientRect();
      expect(edit?.top).toBeLessThan(send?.bottom ?? 0);
      expect(edit?.right).toBeLessThan(send?.left ?? 0);
      expect(send?.right).toBeLessThan(right);
      expect(note?.top).toBeGreaterThanOrEqual(send?.bottom ?? Infinity);

      await userEvent.click(form.getByRole("button", { name: "Edit" }));
      for (const name of ["Send request", "Use the metadata’s issuer"]) {
        await userEvent.keyboard("{Tab}");
        await expect.element(form.getByRole("button", { name })).toHaveFocus();
      }
      await page.viewport(1280, 720);
    },
  );
});
