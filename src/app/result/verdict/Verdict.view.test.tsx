import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { parseResponse } from "../../../oidc/parsed-response.ts";
import { decideUserInfoCall, type UserInfoDecision } from "../../../oidc/trust.ts";
import { buildApp, buildSetUp } from "../../../okta/causes/test-set-up.ts";
import type { FoundCause } from "../../../okta/found-cause.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { buildChecks } from "../test-checks.ts";
import { buildRun, nowSeconds, testClaims } from "../test-run.ts";
import { describeVerdict } from "./describe-verdict.ts";
import { Verdict } from "./Verdict.tsx";
import type { Verdict as VerdictData } from "./verdict-data.ts";

const { fat, thin, orgAccessToken, customAccessToken, userInfo } = testClaims;
const custom: Partial<SentRequest> = {
  server: { kind: "custom", id: "default" },
  scopes: ["openid"],
};
const { groups: _, ...fatWithoutGroups } = fat;

const region = page.getByRole("region", { name: "Where are the groups?" });
const heading = region.getByRole("heading", { level: 2 });
const alert = region.getByRole("alert");
const call = region.getByRole("button", { name: "Call UserInfo" });

type Options = Parameters<typeof buildChecks>[1] & {
  runs?: readonly Run[];
  canSend?: boolean;
  elsewhere?: string;
  takesFocus?: boolean;
  call?: Partial<UserInfoCall>;
  change?: Partial<VerdictData>;
  setUp?: OrgSetUp;
  onAction?: () => void;
};

function build(run: Run, options: Options = {}) {
  const { runs = [], canSend = true, takesFocus = false, change, onAction = () => {} } = options;
  const checks = buildChecks(run, options);
  const userInfo: UserInfoCall = {
    status: "not-called",
    decision: decideUserInfoCall(checks),
    call: () => {},
    ...options.call,
  };
  const now = options.nowSeconds ?? nowSeconds;
  const verdict = describeVerdict({
    run,
    runs: [...runs, run],
    checks,
    userInfo,
    nowSeconds: now,
    pageOrigin: location.origin,
    setUp: options.setUp,
  });
  return (
    <Verdict
      verdict={{ ...verdict, ...change }}
      userInfo={userInfo}
      canSend={canSend}
      elsewhere={options.elsewhere}
      takesFocus={takesFocus}
      onAction={onAction}
      onChangeSetUp={async () => ({ kind: "done" })}
    />
  );
}

const renderRun = (run: Run, options?: Options) => render(build(run, options));
const fatRun = () => buildRun({ idToken: fat });
const thinRun = () => buildRun({ idToken: thin, accessToken: orgAccessToken });
const unrequested = () => buildRun({ idToken: fat, request: null });

describe("groups", () => {
  const list = (name: string) => region.getByRole("list", { name });

  test("are listed with a heading and the signed-in user", async () => {
    await renderRun(fatRun());
    await expect.element(heading).toHaveTextContent(/^Groups are in the ID token$/);
    const items = list("2 groups in ID token").getByRole("listitem");
    expect(items.elements().map((it) => it.textContent)).toEqual(["Everyone", "IT"]);
    await expect.element(region).toHaveTextContent("it.user@example.com signed in.");
    await expect.element(alert).not.toBeInTheDocument();
  });

  test("of the reader's own org have steps to create claims with the same names, with a note that these are assumed", async () => {
    await renderRun(
      buildRun({ accessToken: customAccessToken, request: { ...custom, org: "own" } }),
    );
    await region.getByText("Do this in another org").click();
    await expect.element(region).toHaveTextContent("can’t read this org’s claim settings");
    await expect.element(region).toHaveTextContent("They replace an app’s own filter.");
    await expect.element(region).toHaveTextContent("Name: GroupsClaim");
    await expect.element(region).toHaveTextContent("Include in token type: Access Token");
    await expect.element(region.getByRole("link", { name: /own org/ })).not.toBeInTheDocument();
  });

  test("of a claim that is not named groups have the claim's name as caption", async () => {
    await renderRun(buildRun({ accessToken: customAccessToken, request: custom }));
    await expect.element(list("2 groups in Access token")).toBeVisible();
    await expect.element(region).toHaveTextContent("2 groups in GroupsClaim · Access token");
  });

  test("that are the same in two places are shown once", async () => {
    const idToken = { ...fat, at_hash: thin.at_hash };
    await renderRun(buildRun({ idToken, accessToken: orgAccessToken, userInfo }));
    await expect.element(list("2 groups in ID token, UserInfo")).toBeVisible();
    expect(region.getByText("Everyone").elements()).toHaveLength(1);
  });

  test("in hundreds of claims are shown for the first ten claims", async () => {
    const claims = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`groups_${i}`, [`R${i}`]]),
    );
    await renderRun(buildRun({ idToken: { ...fat, ...claims } }));
    await expect.element(region.getByText("And 291 more groups claims.")).toBeVisible();
    expect(region.getByRole("list").elements()).toHaveLength(10);
  });

  test("that differ are shown for each claim", async () => {
    await renderRun(buildRun({ idToken: { ...fat, admin_groups: ["Admin"] } }));
    await expect.element(list("2 groups in ID token")).toBeVisible();
    await expect.element(list("1 group in ID token")).toHaveTextContent(/^Admin$/);
  });

  test("that differ only in how often a name is listed are shown for each place", async () => {
    const idToken = { ...fat, at_hash: thin.at_hash };
    const other = { ...userInfo, groups: ["IT", "IT"] };
    await renderRun(buildRun({ idToken, accessToken: orgAccessToken, userInfo: other }));
    await expect.element(list("2 groups in ID token")).toHaveTextContent("Everyone");
    expect(list("2 groups in UserInfo").getByText("IT").elements()).toHaveLength(2);
  });

  test.each([
    [20, 20, undefined],
    [21, 21, "and 1 more"],
    [20_000, 21, "and 19,980 more"],
  ])("stay readable if there are %i", async (count, items, more) => {
    const groups = Array.from({ length: count }, (_name, index) => `Group ${index + 1}`);
    await renderRun(buildRun({ idToken: { ...fat, groups } }));
    await expect.element(region.getByText("Group 20")).toBeVisible();
    expect(region.getByRole("listitem").elements()).toHaveLength(items);
    if (more) await expect.element(region.getByText(more)).toBeVisible();
  });

  test("with hidden characters or markup are shown as text, and can be distinguished", async () => {
    const groups = ["IT", "IT\u200b", "", "<img src=x>", "x".repeat(255)];
    await renderRun(buildRun({ idToken: { ...fat, groups } }));
    await expect.element(region.getByText("U+200B")).toBeVisible();
    await expect.element(region.getByText("(empty name)")).toBeVisible();
    await expect.element(region.getByText("<img src=x>")).toBeVisible();
    expect(document.querySelector("img")).toBeNull();
    await expect.element(region.getByText(`${"x".repeat(80)}…`)).toBeVisible();
  });

  test("that may be incomplete have a note with the fix", async () => {
    const incomplete: FoundCause = {
      id: "imported_groups",
      title: "VPN Users is missing",
      observed: "The user is also in VPN Users.",
      expected: "An expression can include it.",
      certainty: "certain",
      whoActs: "okta-admin",
      steps: ["Change the claim to an expression."],
      source: { title: "Okta: Groups claim", url: "https://developer.okta.com/" },
    };
    await renderRun(fatRun(), { change: { incomplete } });
    await expect.element(heading).toHaveTextContent("Groups are in the ID token");
    await expect
      .element(region)
      .toHaveTextContent("VPN Users is missing. An expression can include it.");
    await region.getByText("How to get all groups").click();
    await expect.element(region.getByText("Change the claim to an expression.")).toBeVisible();
    await expect
      .element(region.getByRole("link", { name: "Set up the app’s Sign On tab" }))
      .toBeVisible();
  });

  test("have a button that requests a thin ID token", async () => {
    const onAction = vi.fn();
    await renderRun(fatRun(), { onAction });
    await region.getByRole("button", { name: "See a thin ID token" }).click();
    expect(onAction).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: "see-thin" }));
  });
});

describe("no groups", () => {
  test("has one cause as its heading, and the cause's fixes as buttons", async () => {
    const onAction = vi.fn();
    await renderRun(thinRun(), { onAction });
    await expect.element(heading).toHaveTextContent(/the ID token is thin/i);
    await call.click();
    expect(onAction).toHaveBeenLastCalledWith(expect.objectContaining({ kind: "call-user-info" }));
    await region.getByRole("button", { name: "Request the ID token only" }).click();
    expect(onAction).toHaveBeenLastCalledWith(
      expect.objectContaining({ request: expect.objectContaining({ responseType: "id_token" }) }),
    );
  });

  test("names the org on buttons that send to another org than the form's org", async () => {
    await renderRun(thinRun(), { elsewhere: "in the demo org" });
    await expect
      .element(region.getByRole("button", { name: "Request the ID token only in the demo org" }))
      .toBeVisible();
    await expect.element(call).toHaveTextContent(/^Call UserInfo$/);
  });

  test("folds other causes, likeliest first, each with a button", async () => {
    const onAction = vi.fn();
    const { GroupsClaim: __, ...accessToken } = customAccessToken;
    await renderRun(buildRun({ accessToken, request: custom }), { onAction });
    const other = region.getByRole("button", { name: "Request the ID token only" });
    await expect.element(region).toBeVisible();
    expect(other.query()?.checkVisibility()).not.toBe(true);
    await region.getByText(/^Other possible causes/).click();
    await other.click();
    expect(onAction).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ request: expect.objectContaining({ responseType: "id_token" }) }),
    );
  });

  test("names the two causes that the set-up proves, and lists no others", async () => {
    const setUp = buildSetUp({ app: buildApp({ groupsClaim: undefined }) });
    await renderRun(buildRun({ idToken: fatWithoutGroups, request: { scopes: ["openid"] } }), {
      setUp,
    });
    await expect
      .element(heading)
      .toHaveTextContent(
        "No groups: you didn’t request the groups scope, and the app has no groups claim",
      );
    expect(region.element().getAttribute("data-cause")).toBe("scope_not_requested");
    await expect.element(region).not.toHaveTextContent(/other (?:possible )?causes/i);
    await expect.element(region).toHaveTextContent("has no groups claim on its Sign On tab.");
    await expect
      .element(region.getByRole("button", { name: "Add the groups scope and send" }))
      .toBeVisible();
    await expect
      .element(
        region.getByRole("button", {
          name: "Set the app’s groups claim to Matches regex .* and send",
        }),
      )
      .toBeVisible();
    await region.getByText("Do this in your org").click();
    await expect
      .element(region)
      .toHaveTextContent("Admin Console: Applications and Resources > Applications > Explorer");
  });

  describe("has an answer to copy", () => {
    async function copyAnswer(run: Run, options?: Options) {
      const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
      await renderRun(run, options);
      const fold = region.getByText(/^(?:How to fix it|Do this in your org)$/).first();
      const button = region.getByRole("button", { name: "Copy answer" });
      if (!button.query()?.checkVisibility()) await fold.click();
      await button.click();
      await expect.element(region.getByText("Copied")).toBeVisible();
      return String(writeText.mock.lastCall?.[0]);
    }

    test("with the changes for an admin, and without values from the token", async () => {
      const run = buildRun({ idToken: fatWithoutGroups, request: { org: "own" } });
      const text = await copyAnswer(run);
      const paragraphs = text.split("\n\n");
      expect(paragraphs[0]).toBe("No groups: the app may have no groups claim");
      expect(paragraphs[1]).toContain("The app needs a groups claim");
      expect(paragraphs[2]).toMatch(/^Admin Console: .* > Sign On\n1\. Open .*\n2\. Set /);
      expect(paragraphs[3]).toBe("Requested: ID token from the org authorization server.");
      const values = Object.values(fatWithoutGroups).map(String);
      const secrets = [...values, ...new URLSearchParams(run.responseText).values()];
      expect(secrets.filter((it) => it.length > 3 && text.includes(it))).toEqual([]);
      expect(text).not.toContain("http");
    });

    test("without the value of a claim that is not a list", async () => {
      const idToken = { ...fat, groups: "Everyone,IT" };
      expect(await copyAnswer(buildRun({ idToken }))).not.toMatch(/Everyone|IT/);
      await expect.element(region).toHaveTextContent("Everyone,IT");
    });

    test("with the user whom an admin has to assign", async () => {
      const setUp = buildSetUp({ app: buildApp({ isUserAssigned: false }) });
      const run = buildRun({ idToken: fatWithoutGroups, request: { scopes: ["openid"] } });
      expect(await copyAnswer(run, { setUp })).toContain("it.user@example.com is not assigned");
    });
  });

  test("explains a response behind a router's path", async () => {
    const run = buildRun({ request: null });
    const response = parseResponse("/callback#id_token=a.b.c&state=s", "fragment");
    await renderRun({ ...run, response });
    await expect.element(heading).toHaveTextContent("The URL has a route before the response");
    await expect.element(alert).toHaveTextContent("after #/callback#");
    await expect.element(region.getByText("Do this in your app")).toBeVisible();
  });

  test("links to the demo org’s set-up page that fixes the cause", async () => {
    await renderRun(buildRun({ idToken: fatWithoutGroups }));
    const link = region.getByRole("link", { name: "Set up the app’s Sign On tab" });
    await expect.element(link.first()).toBeVisible();
    await expect
      .element(link.first())
      .toHaveAttribute("href", expect.stringContaining("setup=applications"));
  });

  test("shows an admin’s steps unfolded if no button fixes the cause", async () => {
    await renderRun(buildRun({ idToken: fatWithoutGroups, request: { org: "own" } }));
    await expect.element(region.getByText("Do this in your org").first()).toBeVisible();
    await expect.element(region.getByRole("listitem").first()).toBeVisible();
    await expect.element(region.getByRole("link", { name: /^Okta/ }).first()).toBeVisible();
    await expect.element(region.getByRole("link", { name: /^Set up/ })).not.toBeInTheDocument();
  });
});

describe("Call UserInfo", () => {
  test("queues the call while the response is being checked", async () => {
    const onAction = vi.fn();
    await renderRun(thinRun(), { status: "running", onAction });
    await call.click();
    expect(onAction).toHaveBeenCalledOnce();
  });

  test("says when a queued call starts", async () => {
    const onAction = vi.fn();
    await renderRun(thinRun(), { status: "running", call: { status: "queued" }, onAction });
    await expect.element(call).toHaveAccessibleDescription("Starts once the response is checked.");
    await call.click({ force: true });
    expect(onAction).not.toHaveBeenCalled();
  });

  test("calls UserInfo only once", async () => {
    const onAction = vi.fn();
    await renderRun(thinRun(), { call: { status: "calling" }, onAction });
    await call.click({ force: true });
    expect(onAction).not.toHaveBeenCalled();
  });

  test.each<[string, UserInfoDecision, boolean]>([
    ["warns", { kind: "warn", reason: "The keys could not be read." }, true],
    ["refuses", { kind: "refuse", reason: "Another issuer." }, false],
  ])("%s, with the reason", async (_what, decision, isCalled) => {
    const onAction = vi.fn();
    await renderRun(thinRun(), { call: { decision }, onAction });
    await expect
      .element(call)
      .toHaveAccessibleDescription("reason" in decision ? decision.reason : "");
    await call.click({ force: true });
    expect(onAction).toHaveBeenCalledTimes(isCalled ? 1 : 0);
  });

  test("shows the groups after the call, and moves the focus to their heading", async () => {
    const screen = await renderRun(thinRun());
    await call.click();
    await screen.rerender(
      build(buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo })),
    );
    await expect.element(heading).toHaveTextContent("Groups are in UserInfo");
    await expect.element(heading).toHaveFocus();
    await expect.element(region.getByRole("list", { name: "2 groups in UserInfo" })).toBeVisible();
  });

  test("says that the call failed", async () => {
    const failure = { hasResponded: false, title: "UserInfo can’t be reached", sentences: [] };
    await renderRun(thinRun(), { call: { status: "failed", failure } });
    await expect.element(region).toHaveTextContent("UserInfo can’t be reached.");
  });
});

describe("the link to try the request with your own org", () => {
  const link = region.getByRole("link", { name: "Try this request with your own org" });

  test.each<[string, () => Run, RegExp]>([
    ["another cause", () => buildRun({ idToken: fatWithoutGroups }), /^Other possible causes/],
    [
      "a refusal",
      () => buildRun({ parameters: { error: "invalid_scope" }, request: custom }),
      /^(?:How to fix it|Do this in)/,
    ],
  ])("is in the steps of %s", async (_case, build, fold) => {
    await renderRun(build());
    await region.getByText(fold).first().click();
    const lessLikely = region.getByText(/^Less likely/);
    if (lessLikely.query()?.checkVisibility()) await lessLikely.click();
    const steps = region.getByText(/^(?:How to fix it|Do this in your \w+)$/).last();
    if (!(await link.last().query()?.checkVisibility())) await steps.click();
    await expect.element(link.last()).toBeVisible();
    await expect
      .element(link.last())
      .toHaveAttribute("href", expect.stringContaining("?org=&client_id="));
  });
});

describe("a verdict about a response that is not verified", () => {
  test.each<[string, () => Run, Options]>([
    ["while the signature is being checked", fatRun, { status: "running" }],
    ["without the keys", fatRun, { results: { "id_token.signature": "skipped" } }],
    ["after a wrong signature", fatRun, { results: { "id_token.signature": "fail" } }],
    ["for a response that nobody requested", unrequested, {}],
    ["for an expired token", fatRun, { nowSeconds: nowSeconds + 86_400 }],
    ["for a token for another app", () => buildRun({ idToken: { ...fat, aud: "other" } }), {}],
  ])("says only whom the token names: %s", async (_when, run, options) => {
    await renderRun(run(), options);
    await expect.element(region).toHaveTextContent("The token is about it.user@example.com.");
    await expect.element(region).not.toHaveTextContent(/signed in|verified(?!\.)/i);
  });

  test("has no button that sends to an org from a link", async () => {
    await renderRun(unrequested(), { canSend: false });
    await expect.element(heading).toBeVisible();
    await expect.element(region.getByRole("button", { name: /request/ })).not.toBeInTheDocument();
  });

  test("is an alert if nobody requested the response", async () => {
    const onAction = vi.fn();
    await renderRun(unrequested(), { onAction });
    await expect.element(alert).toBeVisible();
    await expect
      .element(heading)
      .toHaveTextContent("Don’t trust this response: this tab didn’t request it");
    await expect.element(region).toHaveTextContent("don’t rely on them:Everyone");
    await expect.element(region).not.toHaveTextContent("Groups are in");
    await expect.element(call).not.toBeInTheDocument();
    await region.getByRole("button", { name: "Send a new request" }).click();
    expect(onAction).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: "send-again" }),
    );
  });

  test("has a button that shows the first response if the response is repeated", async () => {
    const onAction = vi.fn();
    const first = buildRun({ idToken: fat, number: 3 });
    const repeat = buildRun({
      idToken: fat,
      number: 4,
      request: null,
      origin: "repeated",
      parameters: { state: first.request?.state ?? "" },
    });
    await renderRun(repeat, { runs: [first], onAction });
    await expect.element(heading).toHaveTextContent("This response was already received");
    await region.getByRole("button", { name: "Show run 3" }).click();
    expect(onAction).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ runId: "run-3" }));
  });

  test("doesn't mention fat and thin if the access token is missing", async () => {
    await renderRun(buildRun({ idToken: fat, request: { responseType: "id_token token" } }));
    await expect.element(heading).toHaveTextContent("The response has no access token");
    await expect.element(region).not.toHaveTextContent(/\b(?:fat|thin)\b/i);
  });

  test("shows the hidden characters of a user’s name", async () => {
    const idToken = { ...fat, preferred_username: "admin\u202e@example.com" };
    await renderRun(buildRun({ idToken }));
    await expect.element(region.getByText("U+202E")).toBeVisible();
  });
});

describe("an error response", () => {
  const refuse = (error: string, error_description: string, request?: Partial<SentRequest>) =>
    buildRun({ parameters: { error, error_description }, ...(request && { request }) });

  test("has the cause, Okta’s words and a button with the fix in one card", async () => {
    const onAction = vi.fn();
    const description = "Custom scopes are not allowed for this request.";
    const scopes = ["openid", "crm.read"];
    await renderRun(refuse("invalid_scope", description, { scopes }), { onAction });
    expect(page.getByRole("alert").elements()).toHaveLength(1);
    await expect.element(alert).toHaveTextContent(`Okta returned invalid_scope: ${description}`);
    await expect.element(heading).toHaveTextContent("custom scopes");
    await region.getByRole("button", { name: "Remove crm.read and send" }).click();
    expect(onAction).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ request: { scopes: ["openid"] } }),
    );
  });

  test("says that Okta returned no description", async () => {
    await renderRun(buildRun({ parameters: { error: "server_error" } }));
    await expect
      .element(alert)
      .toHaveTextContent("Okta returned server_error, without a description.");
  });

  test("to the second request of a comparison offers a sign-in", async () => {
    const onAction = vi.fn();
    const comparison = { step: "thin", fatRunId: "run-1", isSilent: true } as const;
    await renderRun(refuse("login_required", "No session.", { comparison }), { onAction });
    await expect.element(heading).toHaveTextContent("The second request needs you to sign in");
    await region.getByRole("button", { name: "Sign in for the second request" }).click();
    expect(onAction).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ next: { ...comparison, isSilent: false } }),
    );
  });
});

test("an unreadable response is an alert with its cause and a next step", async () => {
  await renderRun(buildRun({ parameters: { a: "b" } }));
  await expect.element(alert).toHaveTextContent("This response can’t be parsed");
  await expect.element(region.getByRole("button", { name: "Send a new request" })).toBeVisible();
});

describe("focus", () => {
  test("goes to the verdict after a landing", async () => {
    await renderRun(fatRun(), { takesFocus: true });
    await expect.element(heading).toHaveFocus();
  });

  test("stays with a user who has moved it before the verdict is drawn", async () => {
    const field = document.createElement("input");
    document.body.append(field);
    await renderRun(fatRun(), { takesFocus: true });
    field.focus();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await expect.element(heading).toBeVisible();
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  test("doesn't move without a landing", async () => {
    await renderRun(fatRun());
    await expect.element(heading).not.toHaveFocus();
  });

  test("reaches every button in reading order", async () => {
    await renderRun(thinRun(), { takesFocus: true });
    await expect.element(heading).toHaveFocus();
    await userEvent.keyboard("{Tab}");
    await expect.element(call).toHaveFocus();
    await userEvent.keyboard("{Tab}");
    await expect
      .element(region.getByRole("button", { name: "Request the ID token only" }))
      .toHaveFocus();
  });
});

test("a verdict fits a phone, even with very long names and many groups in a token", async () => {
  await page.viewport(320, 800);
  const idToken = {
    ...fat,
    preferred_username: "x".repeat(400),
    groups: ["y".repeat(255), ...Array.from({ length: 30 }, (__, index) => `Group ${index}`)],
  };
  await renderRun(buildRun({ idToken }));
  await expect.element(heading).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1280, 720);
});
