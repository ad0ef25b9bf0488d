import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { buildApp, buildSetUp, buildUser, clientId } from "../../okta/causes/test-set-up.ts";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import { createFakeOrg, orgUrl } from "../set-up/test-org-api.ts";
import { ResendWarning } from "./ResendWarning.tsx";
import { buildRun, testClaims } from "./test-run.ts";

const url = `${orgUrl}/oauth2/v1/authorize?redirect_uri=http%3A%2F%2Fgone%2F`;
const { request } = buildRun({ idToken: testClaims.fat, request: { orgUrl, clientId } });
const warning = page.getByRole("status").filter({ hasText: "again" }).first();
const outcome = page.getByRole("status").filter({ hasText: "not enough" });
const button = page.getByRole("button");
const activate = page.getByRole("button", { name: /^Activate the app/ });
const inactive = buildApp({ isActive: false });
const suspended = { ...buildUser(), status: "SUSPENDED" };

type WarningProps = {
  setUp: OrgSetUp | undefined;
  url?: string;
  canSend?: boolean;
  onSend?: () => void;
  onChanged?: () => void;
};

function Warning({ url, canSend = true, ...props }: WarningProps) {
  if (!request) throw new Error("This run has a request.");
  const sent = { ...request, ...(url && { url }) };
  const handlers = { onSend: () => undefined, onChanged: () => undefined };
  return <ResendWarning {...handlers} {...props} canSend={canSend} request={sent} />;
}

afterEach(() => vi.unstubAllGlobals());

describe(ResendWarning, () => {
  test.each<[string, OrgSetUp | undefined]>([
    ["before the set-up is loaded", undefined],
    ["if the org accepts the request", buildSetUp()],
    [
      "if the org returns an error with its cause",
      buildSetUp({ app: buildApp({ isUserAssigned: false }) }),
    ],
  ])("shows no warning %s", async (_when, setUp) => {
    await render(<Warning setUp={setUp} />);
    await expect.element(page.getByRole("status")).toBeEmptyDOMElement();
    await expect.element(button).not.toBeInTheDocument();
  });

  test("warns of a deactivated app, activates it, and sends the request", async () => {
    const { fetch, calls } = createFakeOrg({
      [`POST /api/v1/apps/${inactive.id}/lifecycle/activate`]: {},
    });
    vi.stubGlobal("fetch", fetch);
    const onSend = vi.fn();
    await render(<Warning setUp={buildSetUp({ app: inactive })} onSend={onSend} />);
    await expect
      .element(warning)
      .toHaveTextContent(
        `If you send this request again, Okta will probably refuse it. The app ${inactive.label} is deactivated. Okta shows an error page. This page gets no response.`,
      );
    await expect.element(activate).toHaveTextContent("Activate the app and send");
    await activate.click();
    await vi.waitFor(() => expect(onSend).toHaveBeenCalledOnce());
    expect(calls).toHaveLength(1);
  });

  test("sends the request after the change if the org then returns a response, even a refusal", async () => {
    const app = buildApp({ isActive: false, isUserAssigned: false });
    await render(<Warning setUp={buildSetUp({ app })} />);
    await expect.element(activate).toHaveTextContent("Activate the app and send");
  });

  test("sends nothing after the change if the request would still end on an error page", async () => {
    vi.stubGlobal(
      "fetch",
      createFakeOrg({ [`POST /api/v1/apps/${inactive.id}/lifecycle/activate`]: {} }).fetch,
    );
    const handlers = { onSend: vi.fn(), onChanged: vi.fn() };
    const setUp = buildSetUp({ app: inactive, user: suspended });
    const screen = await render(<Warning setUp={setUp} {...handlers} />);
    await expect.element(activate).toHaveTextContent(/^Activate the app$/);
    await activate.click();
    await vi.waitFor(() => expect(handlers.onChanged).toHaveBeenCalledOnce());
    await screen.rerender(<Warning setUp={buildSetUp({ user: suspended })} {...handlers} />);
    await expect.element(outcome).toHaveTextContent(/is suspended.* Next: Unsuspend/);
    expect(handlers.onSend).not.toHaveBeenCalled();
  });

  test("warns of a redirect URI that was removed from the app", async () => {
    await render(<Warning setUp={buildSetUp()} url={url} />);
    await expect.element(warning).toHaveTextContent("Okta will refuse it.");
    await expect.element(warning).toHaveTextContent("lacks the sign-in redirect URI http://gone/");
    await expect.element(button).toHaveTextContent("Add the redirect URI and send");
  });

  test("offers no button if no request may be sent", async () => {
    await render(<Warning setUp={buildSetUp({ app: inactive })} canSend={false} />);
    await expect.element(warning).toBeVisible();
    await expect.element(button).not.toBeInTheDocument();
  });
});
