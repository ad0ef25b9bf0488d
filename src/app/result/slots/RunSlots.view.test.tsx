import { type ComponentProps, useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Check } from "../../../oidc/check.ts";
import type { Checks, UserInfoDecision } from "../../../oidc/trust.ts";
import { findLeftOutClaims, type LeftOutClaim } from "../../../okta/left-out.ts";
import { type Prediction, predict } from "../../../okta/prediction.ts";
import type { TokenSource } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { HasDetailsIdsContext } from "../details/has-details-ids.ts";
import {
  buildRun,
  buildToken,
  buildTokenRequest,
  encryptedToken,
  nowSeconds,
  testClaims,
} from "../test-run.ts";
import { RunSlots } from "./RunSlots.tsx";

const idTokenSlot = page.getByRole("region", { name: "ID token" });
const accessTokenSlot = page.getByRole("region", { name: "Access token" });
const userInfoSlot = page.getByRole("region", { name: "UserInfo" });

const custom: Partial<SentRequest> = {
  server: { kind: "custom", id: "default" },
  scopes: ["openid"],
};
const both: Partial<SentRequest> = { ...custom, responseType: "id_token token" };

const fat = () => buildRun({ idToken: testClaims.fat });
const thin = () => buildRun({ idToken: testClaims.thin, accessToken: testClaims.orgAccessToken });
const called = () =>
  buildRun({
    idToken: testClaims.thin,
    accessToken: testClaims.orgAccessToken,
    userInfo: testClaims.userInfo,
  });
const leftOutOfThin = findLeftOutClaims(testClaims.thin, [testClaims.fat]);

function check(id: string, status: Check["status"], more: Partial<Check> = {}): Check {
  const about = id.slice(0, id.indexOf(".")) as Check["about"];
  return { id, about, name: "Name", status, detail: "Detail.", ...more };
}

const passed = ["request.state", "id_token.signature", "access_token.signature"].map((id) =>
  check(id, "pass"),
);

type Options = {
  results?: readonly Check[];
  status?: Checks["status"];
  leftOut?: readonly LeftOutClaim[];
  call?: Partial<UserInfoCall>;
  prediction?: Prediction;
  explainAll?: boolean;
};

type SlotsProps = Omit<ComponentProps<typeof RunSlots>, "source" | "onChooseSource">;

function SlotsWithSource(props: SlotsProps) {
  const [source, setSource] = useState<TokenSource>("token_endpoint");
  return <RunSlots {...props} source={source} onChooseSource={setSource} />;
}

const renderRun = (run: Run, options?: Options) => render(slotsOf(run, options));

function slotsOf(run: Run, options: Options = {}) {
  const { results = passed, status = "done", leftOut, call, explainAll = false } = options;
  const prediction = options.prediction ?? (run.request && predict(run.request));
  return (
    <HasDetailsIdsContext value={true}>
      <SlotsWithSource
        run={run}
        checks={{ status, results }}
        nowSeconds={nowSeconds}
        leftOut={leftOut}
        userInfo={{ status: "not-called", decision: { kind: "allow" }, call: () => {}, ...call }}
        prediction={prediction}
        explainAll={explainAll}
      />
    </HasDetailsIdsContext>
  );
}

describe("the three slots", () => {
  test.each<[string, () => Run]>([
    ["a fat ID token", fat],
    ["both tokens", thin],
    ["an error", () => buildRun({ parameters: { error: "access_denied" } })],
    ["an unreadable response", () => buildRun({ parameters: { state: "again" } })],
    [
      "a response that nobody requested",
      () => buildRun({ idToken: testClaims.fat, request: null }),
    ],
  ])("are shown in the same order for %s", async (_what, build) => {
    await renderRun(build());
    await expect.element(userInfoSlot).toBeVisible();
    const titles = Array.from(document.querySelectorAll("h3"), ({ textContent }) => textContent);
    expect(titles).toEqual(["ID token", "Access token", "UserInfo"]);
  });

  const denied = { parameters: { error: "access_denied" } };

  test.each<[string, () => Run, idToken: string, accessToken: string]>([
    ["was not requested", fat, "Fat", "Not requested."],
    ["was refused", () => buildRun(denied), "Requested, but refused", "Not requested."],
    [
      "was returned together with an error",
      () => buildRun({ idToken: testClaims.fat, ...denied }),
      "Returned together with an error",
      "Not requested.",
    ],
    [
      "is missing",
      () => buildRun({ idToken: testClaims.fat, request: { responseType: "id_token token" } }),
      "Fat or thin can’t be told",
      "Requested, but the response doesn’t have it.",
    ],
  ])("describe a token that %s", async (_what, build, idToken, accessToken) => {
    await renderRun(build());
    await expect.element(idTokenSlot).toHaveTextContent(idToken);
    await expect.element(accessTokenSlot).toHaveTextContent(accessToken);
    await expect.element(userInfoSlot.getByRole("button")).not.toBeInTheDocument();
  });

  test("say why UserInfo was not called", async () => {
    await renderRun(fat());
    await expect.element(userInfoSlot).toHaveTextContent("Needs an access token.");
  });

  test("show a token that was not requested", async () => {
    const request = { responseType: "id_token" } as const;
    const { idToken, accessToken } = {
      idToken: testClaims.thin,
      accessToken: testClaims.orgAccessToken,
    };
    await renderRun(buildRun({ idToken, accessToken, request }));
    await expect.element(accessTokenSlot.getByText("Opaque")).toBeVisible();
    await expect.element(accessTokenSlot).not.toHaveTextContent("Not requested");
  });
});

describe("fat or thin", () => {
  const missing = () =>
    buildRun({ idToken: testClaims.fat, request: { responseType: "id_token token" } });

  test.each<[string, () => Run]>([
    ["Fat ID token", fat],
    ["Thin ID token", thin],
    ["Fat or thin can’t be told", missing],
  ])("is shown as “%s”", async (words, build) => {
    await renderRun(build());
    await expect.element(idTokenSlot.getByRole("status")).toHaveTextContent(words);
  });

  test("has an explanation if it can't be told", async () => {
    await renderRun(missing());
    await expect
      .element(idTokenSlot)
      .toHaveTextContent("You also requested an access token, and the response has none.");
  });
});

describe("weight", () => {
  test("of a fat token counts the claims by kind, and says that nothing was left out", async () => {
    await renderRun(fat());
    await expect
      .element(idTokenSlot.getByRole("img"))
      .toHaveAccessibleName("Weight strip: 23 claims, 1 groups claim, 0 left out");
    await expect
      .element(
        idTokenSlot.getByText("23 claims: 11 base, 11 from profile and email, 1 groups claim"),
      )
      .toBeVisible();
    expect(document.querySelector("[data-left-out]")).toBeNull();
    // No line breaks between a count and its noun.
    expect(idTokenSlot.element().textContent).toContain("1\u00a0groups\u00a0claim");
  });

  test("of a thin token has dashed cells and words for missing claims that are known", async () => {
    await renderRun(thin(), { leftOut: leftOutOfThin });
    await expect
      .element(idTokenSlot.getByRole("img"))
      .toHaveAccessibleName("Weight strip: 15 claims, 0 groups claims, 9 left out");
    await expect
      .element(idTokenSlot.getByText("15 claims. Left out: 8 from profile and email, and groups"))
      .toBeVisible();
    await expect.element(idTokenSlot).toHaveTextContent("groups left out");
  });

  test("of a thin token names the missing groups claim, even if its name is not groups", async () => {
    const leftOut = [{ name: "roles", kind: "groups" } as const];
    await renderRun(thin(), { leftOut });
    await expect.element(idTokenSlot).toHaveTextContent("roles left out");
    await expect.element(idTokenSlot).not.toHaveTextContent("groups left out");
  });

  test("mentions a list that may have groups if the page doesn't know the claim", async () => {
    const { groups: roles, ...claims } = testClaims.fat;
    await renderRun(buildRun({ idToken: { ...claims, roles } }));
    await expect.element(idTokenSlot).toHaveTextContent("Groups may be in roles");
    await expect.element(idTokenSlot).not.toHaveTextContent("absent");
  });

  test("of a thin token has no dashed cell and no count if the missing claims are not known", async () => {
    await renderRun(thin());
    await expect
      .element(idTokenSlot.getByText("15 claims. Profile claims and groups may be left out."))
      .toBeVisible();
    expect(document.querySelector("[data-left-out]")).toBeNull();
    await expect.element(idTokenSlot).not.toHaveTextContent(/\d+ from profile/);
    await expect.element(idTokenSlot).toHaveTextContent("Groups absent");
  });

  test("of a thin token with groups says that only profile claims may be missing", async () => {
    const idToken = { ...testClaims.thin, team_groups: ["IT"] };
    await renderRun(
      buildRun({ idToken, accessToken: testClaims.customAccessToken, request: both }),
    );
    await expect
      .element(idTokenSlot)
      .toHaveTextContent("16 claims. Profile claims may be left out.");
    await expect.element(idTokenSlot).not.toHaveTextContent("Groups absent");
  });
});

describe("the trust in a token", () => {
  type Word = "Verified" | "Checking…" | "Not verified" | "Failed check" | "Expired";
  const failing = (...ids: string[]): Options => ({
    results: [...passed, ...ids.map((id) => check(id, "fail"))],
  });
  const unchecked = check("id_token.signature", "skipped");
  const expired = check("id_token.exp", "fail", { isExpired: true });

  test.each<[string, Options, Word]>([
    ["every check passed", {}, "Verified"],
    ["checks are running", { status: "running", results: [] }, "Checking…"],
    ["the signature was not checked", { results: [unchecked] }, "Not verified"],
    ["the state is wrong", failing("request.state"), "Failed check"],
    ["the issuer is wrong", failing("id_token.iss"), "Failed check"],
    [
      "a check failed and others are running",
      { ...failing("id_token.aud"), status: "running" },
      "Failed check",
    ],
    ["the token expired", { results: [...passed, expired] }, "Expired"],
    [
      "the token expired and is for another app",
      { results: [...passed, expired, check("id_token.aud", "fail")] },
      "Failed check",
    ],
    ["the expiry is not a time", failing("id_token.exp"), "Failed check"],
  ])("has the right badge if %s", async (_what, options, words) => {
    await renderRun(fat(), options);
    await expect.element(idTokenSlot.getByText(words)).toBeVisible();
    if (words !== "Verified") {
      await expect.element(idTokenSlot.getByText("Verified")).not.toBeInTheDocument();
    }
  });

  test("is shown with the names of the failed checks", async () => {
    const results = [...passed, check("request.state", "fail", { name: "State" })];
    await renderRun(fat(), { results });
    await expect.element(idTokenSlot.getByText("Failed: State.")).toBeVisible();
  });

  test("is shown with the reason why the token is not verified", async () => {
    const detail = "The server’s keys can’t be read.";
    await renderRun(fat(), { results: [check("id_token.signature", "skipped", { detail })] });
    await expect.element(idTokenSlot.getByText(detail)).toBeVisible();
  });

  test("doesn't depend on a failed check of the other token", async () => {
    const run = buildRun({
      idToken: testClaims.thin,
      accessToken: testClaims.customAccessToken,
      request: both,
    });
    await renderRun(run, { results: [...passed, check("access_token.signature", "fail")] });
    await expect.element(idTokenSlot.getByText("Verified")).toBeVisible();
    await expect.element(accessTokenSlot.getByText("Failed check")).toBeVisible();
    await expect.element(accessTokenSlot.getByText("Verified")).not.toBeInTheDocument();
  });
});

describe("an access token", () => {
  test("of the org server is opaque: it never has groups, and its claims are shown on demand", async () => {
    await renderRun(thin());
    await expect.element(accessTokenSlot.getByText("Opaque")).toBeVisible();
    await expect.element(accessTokenSlot).toHaveTextContent("Groups never");
    await expect.element(accessTokenSlot.getByText("Verified")).not.toBeInTheDocument();
    await expect.element(accessTokenSlot.getByRole("table")).not.toBeInTheDocument();
    await accessTokenSlot.getByRole("button", { name: "Decode anyway" }).click();
    await expect.element(accessTokenSlot.getByRole("rowheader", { name: "scp" })).toBeVisible();
  });

  test("of the org server with groups has a note that Okta issues no such token", async () => {
    const accessToken = { ...testClaims.orgAccessToken, groups: ["Everyone", "IT"] };
    await renderRun(buildRun({ idToken: testClaims.thin, accessToken }));
    await expect
      .element(accessTokenSlot)
      .toHaveTextContent("lists groups, but Okta’s org server never adds them");
    await expect.element(accessTokenSlot).not.toHaveTextContent("Groups never");
    await expect.element(accessTokenSlot).not.toHaveTextContent("It never carries groups");
  });

  test("of the org server has a badge for a failed check", async () => {
    await renderRun(thin(), { results: [check("access_token.iss", "fail")] });
    await expect.element(accessTokenSlot.getByText("Failed check")).toBeVisible();
  });

  test.each<[string, Parameters<typeof buildRun>[0]]>([
    ["its issuer has no path", { accessToken: testClaims.orgAccessToken }],
    [
      "its type says so",
      {
        accessToken: { ...testClaims.customAccessToken },
        accessTokenHeader: { typ: "application/okta-internal-at+jwt" },
      },
    ],
  ])("is opaque without a known request if %s", async (_what, parts) => {
    await renderRun(buildRun({ ...parts, request: null }));
    await expect.element(accessTokenSlot.getByText("Opaque")).toBeVisible();
  });

  test("of a custom server is decoded", async () => {
    await renderRun(buildRun({ accessToken: testClaims.customAccessToken, request: custom }));
    await expect
      .element(accessTokenSlot.getByText("11 claims: 10 base, 1 groups claim"))
      .toBeVisible();
    await expect.element(accessTokenSlot.getByText("Verified")).toBeVisible();
    await expect.element(accessTokenSlot.getByText("Opaque")).not.toBeInTheDocument();
    const row = accessTokenSlot.getByRole("row").filter({ hasText: "GroupsClaim" });
    await expect.element(row).toHaveAttribute("data-groups-claim");
  });

  test("of a custom server can be without a groups claim", async () => {
    const { GroupsClaim: _groups, ...claims } = testClaims.customAccessToken;
    await renderRun(buildRun({ accessToken: claims, request: custom }));
    await expect.element(accessTokenSlot).toHaveTextContent("Groups absent");
  });
});

describe("tokens without readable claims", () => {
  test("a damaged token is shown with its problem, and without a word about groups", async () => {
    const raw = `${buildToken(testClaims.fat).slice(0, -9)}`;
    await renderRun(buildRun({ idToken: raw.split(".").slice(0, 2).join(".") }));
    await expect
      .element(idTokenSlot)
      .toHaveTextContent("three parts separated by dots. This one has 2.");
    await expect
      .element(idTokenSlot.getByRole("status"))
      .toHaveTextContent("Fat or thin can’t be told");
    await expect.element(idTokenSlot.getByText(/^eyJ/).first()).toBeVisible();
    await expect.element(idTokenSlot.getByRole("button", { name: "Copy token" })).toBeVisible();
    await expect.element(idTokenSlot).not.toHaveTextContent("groups");
  });

  test("a token of a hundred thousand dots is shown as one shortened text", async () => {
    await renderRun(buildRun({ idToken: ".".repeat(100_000) }));
    await expect.element(idTokenSlot).toHaveTextContent("This one has more than five.");
    await expect.element(idTokenSlot).toHaveTextContent("94,000 more characters. Copy takes all.");
    expect(idTokenSlot.element().querySelectorAll("*").length).toBeLessThan(100);
  });

  test("an encrypted token is called encrypted, without a word about groups", async () => {
    await renderRun(
      buildRun({ idToken: encryptedToken, accessToken: encryptedToken, request: custom }),
    );
    for (const slot of [idTokenSlot, accessTokenSlot]) {
      await expect.element(slot.getByText("Encrypted")).toBeVisible();
      await expect.element(slot).not.toHaveTextContent("groups");
    }
  });
});

describe("UserInfo before the call", () => {
  const button = userInfoSlot.getByRole("button", { name: "Call UserInfo" });

  test("offers the call", async () => {
    const call = vi.fn();
    await renderRun(thin(), { call: { call } });
    await expect
      .element(userInfoSlot)
      .toHaveTextContent("Not called yet. It should return the groups.");
    await button.click();
    expect(call).toHaveBeenCalledOnce();
  });

  test("says what the groups depend on", async () => {
    const run = thin();
    if (!run.request) throw new Error("no request");
    const predicted = predict(run.request);
    const because = "Okta’s pages don’t say whether the claim roles needs the groups scope.";
    const userInfo = { claims: ["sub"], groups: "depends", because } as const;
    await renderRun(run, { prediction: { ...predicted, userInfo } });
    await expect
      .element(userInfoSlot)
      .toHaveTextContent(`Not called yet. It may return groups. ${because}`);
  });

  test.each<[UserInfoDecision, boolean, string]>([
    [
      { kind: "refuse", reason: "The ID token was issued for another app." },
      false,
      "The ID token was issued for another app.",
    ],
    [{ kind: "warn", reason: "The keys can’t be read." }, true, "The keys can’t be read."],
  ])("follows the decision about the call: %o", async (decision, isEnabled, words) => {
    const call = vi.fn();
    await renderRun(thin(), { call: { call, decision } });
    await expect.element(userInfoSlot.getByText(words)).toBeVisible();
    await expect.element(button).toHaveAccessibleDescription(words);
    button.element().dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(call).toHaveBeenCalledTimes(isEnabled ? 1 : 0);
  });

  test("queues the call while the response is being checked", async () => {
    const call = vi.fn();
    await renderRun(thin(), { call: { call, decision: { kind: "wait" } } });
    await button.click();
    expect(call).toHaveBeenCalledOnce();
  });

  test("says when a queued call starts, and keeps the focus", async () => {
    const call = vi.fn();
    await renderRun(thin(), { call: { call, status: "queued", decision: { kind: "wait" } } });
    await expect
      .element(button)
      .toHaveAccessibleDescription("Starts once the response is checked.");
    button.element().dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(call).not.toHaveBeenCalled();
    await expect.element(button).not.toHaveAttribute("disabled");
  });

  test("does not call twice at once, and keeps the focus", async () => {
    const call = vi.fn();
    await renderRun(thin(), { call: { call, status: "calling" } });
    await expect.element(userInfoSlot).toHaveTextContent("Calling…");
    button.element().dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(call).not.toHaveBeenCalled();
    await expect.element(button).not.toHaveAttribute("disabled");
  });

  test("says why the call failed, and offers another call", async () => {
    const call = vi.fn();
    const failure = {
      hasResponded: true,
      title: "UserInfo refused the token",
      sentences: ["It has expired.", "Send the request again."],
    };
    await renderRun(thin(), { call: { call, status: "failed", failure } });
    const alert = userInfoSlot.getByRole("alert");
    await expect.element(alert).toHaveTextContent("UserInfo refused the token");
    await expect.element(alert).toHaveTextContent("Send the request again.");
    await userInfoSlot.getByRole("button", { name: "Try again" }).click();
    expect(call).toHaveBeenCalledOnce();
  });

  test("shows dashed cells only for claims that are known to be missing", async () => {
    await renderRun(thin(), { leftOut: leftOutOfThin });
    await expect.element(button).toBeVisible();
    const count = () => userInfoSlot.element().querySelectorAll("[data-left-out]").length;
    expect(count()).toBe(9);
  });
});

describe("UserInfo after the call", () => {
  test("takes the focus, because the focused button is gone", async () => {
    const screen = await renderRun(thin());
    await userInfoSlot.getByRole("button", { name: "Call UserInfo" }).click();
    await screen.rerender(slotsOf(called()));
    await expect.element(userInfoSlot.getByRole("table", { name: "Claims" })).toBeVisible();
    await expect.element(userInfoSlot.getByRole("heading", { name: "UserInfo" })).toHaveFocus();
  });

  test("doesn't take the focus if the user has moved it meanwhile", async () => {
    const screen = await renderRun(thin());
    await userInfoSlot.getByRole("button", { name: "Call UserInfo" }).click();
    const json = idTokenSlot.getByRole("radio", { name: "JSON" });
    await json.click();
    await screen.rerender(slotsOf(called()));
    await expect.element(userInfoSlot.getByRole("table", { name: "Claims" })).toBeVisible();
    await expect.element(json).toHaveFocus();
  });

  test("lists its claims, groups first, and marks claims that the ID token lacks", async () => {
    await renderRun(called());
    const rows = userInfoSlot.getByRole("table", { name: "Claims" }).getByRole("row");
    await expect.element(rows.first()).toHaveTextContent(/^groups.*Added by UserInfo/);
    await expect.element(rows.filter({ hasText: "locale" })).toHaveTextContent("Added by UserInfo");
    await expect.element(rows.filter({ hasText: "00uixa" })).not.toHaveTextContent("Added");
    await expect.element(userInfoSlot).toHaveTextContent("9 added: not in the ID token.");
    await expect
      .element(userInfoSlot.getByRole("button", { name: "Call UserInfo" }))
      .not.toBeInTheDocument();
  });

  test("marks no claims without an ID token to compare with", async () => {
    const detail = "There is no user to compare with.";
    const run = buildRun({
      accessToken: testClaims.customAccessToken,
      userInfo: testClaims.userInfo,
      request: custom,
    });
    await renderRun(run, { results: [check("userinfo.sub", "skipped", { detail })] });
    await expect.element(userInfoSlot.getByRole("list", { name: "Groups" })).toBeVisible();
    await expect.element(userInfoSlot).not.toHaveTextContent("Added");
    await expect.element(userInfoSlot).toHaveTextContent(detail);
  });

  test("drops claims about another user, and says why", async () => {
    const detail = "UserInfo is about 00u2, the ID token about 00u1.";
    await renderRun(called(), { results: [check("userinfo.sub", "fail", { detail })] });
    const alert = userInfoSlot.getByRole("alert");
    await expect.element(alert).toHaveTextContent("UserInfo is about another user");
    await expect.element(alert).toHaveTextContent(detail);
    await expect.element(userInfoSlot.getByRole("table")).not.toBeInTheDocument();
    await expect.element(userInfoSlot).not.toHaveTextContent("Everyone");
  });

  test("says that groups are absent", async () => {
    const { groups: _groups, ...userInfo } = testClaims.userInfo;
    await renderRun(
      buildRun({ idToken: testClaims.thin, accessToken: testClaims.orgAccessToken, userInfo }),
    );
    await expect.element(userInfoSlot).toHaveTextContent("Groups absent");
  });
});

describe("layout", () => {
  const tops = () =>
    [idTokenSlot, accessTokenSlot, userInfoSlot].map(
      (slot) => slot.element().getBoundingClientRect().top,
    );

  test.each([
    [860, true],
    [600, false],
    [358, false],
  ])("at %i px, the slots stand side by side: %s", async (width, isSideBySide) => {
    const screen = await renderRun(called());
    screen.container.style.inlineSize = `${width}px`;
    await expect.element(userInfoSlot).toBeVisible();
    const [first, ...others] = tops();
    expect(others.every((top) => top === first)).toBe(isSideBySide);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1280);
  });

  test("at 860 px, groups end less than 260 px below the slots' top", async () => {
    const screen = await renderRun(fat());
    screen.container.style.inlineSize = "860px";
    const groups = idTokenSlot.getByRole("list", { name: "Groups" });
    await expect.element(groups).toBeVisible();
    const [top = 0] = tops();
    expect(groups.element().getBoundingClientRect().bottom - top).toBeLessThan(260);
  });
});

describe("a hybrid flow", () => {
  const hybrid = () =>
    buildRun({
      idToken: testClaims.thin,
      accessToken: testClaims.orgAccessToken,
      parameters: { code: "code-1" },
      request: { responseType: "code id_token token" },
      tokenRequest: buildTokenRequest({
        idToken: testClaims.fat,
        accessToken: testClaims.orgAccessToken,
      }),
    });

  test("shows the tokens of the token endpoint, or those of the redirect", async () => {
    await renderRun(hybrid());
    await expect.element(idTokenSlot.getByRole("status")).toHaveTextContent("Fat ID token");
    await expect
      .element(idTokenSlot.getByRole("link", { name: "Fat" }))
      .toHaveAttribute("href", expect.stringContaining("tokens-and-scopes"));
    await page.getByRole("radio", { name: "Redirect" }).click();
    await expect.element(idTokenSlot.getByRole("status")).toHaveTextContent("Thin ID token");
  });

  test("shows the checks of each endpoint's tokens", async () => {
    const failed = check("id_token.signature", "fail", { source: "token_endpoint" });
    await renderRun(hybrid(), { results: [...passed, failed] });
    await expect.element(idTokenSlot.getByText("Failed check")).toBeVisible();
    await page.getByRole("radio", { name: "Redirect" }).click();
    await expect.element(idTokenSlot.getByText("Verified", { exact: true })).toBeVisible();
  });
});

describe("a code", () => {
  test.each([
    [
      "sending",
      { status: "sending", tokenEndpoint: undefined, codeVerifier: "v" },
      "Waiting for the token endpoint.",
    ],
    [
      "unsent",
      {
        status: "unsent",
        reason: "check_failed",
        tokenEndpoint: undefined,
        codeVerifier: undefined,
      },
      "The code was not exchanged.",
    ],
  ] as const)("has no tokens while the exchange is %s", async (_status, tokenRequest, words) => {
    await renderRun(
      buildRun({ parameters: { code: "c" }, request: { responseType: "code" }, tokenRequest }),
    );
    await expect.element(idTokenSlot).toHaveTextContent(words);
    await expect.element(accessTokenSlot).toHaveTextContent(words);
  });
});

describe("the comparison with the prediction", () => {
  test.each([
    ["a fat token", fat, [idTokenSlot]],
    ["each of three slots", called, [idTokenSlot, accessTokenSlot, userInfoSlot]],
  ])("says that the prediction was right for %s", async (_what, build, slots) => {
    await renderRun(build());
    for (const slot of slots) {
      await expect.element(slot).toHaveTextContent("Matches the prediction.");
    }
  });

  test("is made for the tokens of each endpoint in a hybrid flow", async () => {
    const tokenRequest = buildTokenRequest({
      idToken: testClaims.fat,
      accessToken: testClaims.orgAccessToken,
    });
    const request = { responseType: "code id_token" } as const;
    await renderRun(buildRun({ idToken: testClaims.fat, request, tokenRequest }));
    await expect
      .element(idTokenSlot)
      .toHaveTextContent("The prediction was open. There are groups.");
    await page.getByRole("radio", { name: "Redirect" }).click();
    await expect.element(idTokenSlot).toHaveTextContent("Matches the prediction.");
  });

  test("says that the prediction was wrong for a thin token with groups", async () => {
    const { groups } = testClaims.fat;
    const idToken = { ...testClaims.thin, groups };
    await renderRun(buildRun({ idToken, accessToken: testClaims.orgAccessToken }));
    await expect
      .element(idTokenSlot)
      .toHaveTextContent("Not as predicted: groups. This org may not work as");
  });

  test("doesn't call a conditional prediction wrong", async () => {
    const { groups: _, ...idToken } = testClaims.fat;
    await renderRun(buildRun({ idToken }));
    await expect.element(idTokenSlot).toHaveTextContent("Groups were expected if");
    await expect.element(idTokenSlot).not.toHaveTextContent("Not as predicted");
  });

  test.each([
    ["id_token.signature", false],
    ["id_token.exp", true],
  ])("after the check %s failed is shown: %s", async (id, isShown) => {
    const { groups } = testClaims.fat;
    const run = buildRun({
      idToken: { ...testClaims.thin, groups },
      accessToken: testClaims.orgAccessToken,
    });
    await renderRun(run, { results: [check(id, "fail")] });
    await expect.element(idTokenSlot.getByRole("table")).toBeVisible();
    expect(idTokenSlot.element().textContent.includes("Not as predicted")).toBe(isShown);
  });

  test("says that the prediction was right for a refusal", async () => {
    const run = buildRun({
      parameters: { error: "invalid_scope" },
      request: { scopes: ["openid", "crm.read"] },
    });
    await renderRun(run);
    await expect.element(idTokenSlot).toHaveTextContent("Matches the prediction.");
    await expect.element(accessTokenSlot).not.toHaveTextContent("prediction");
  });

  test("is not shown without a known request", async () => {
    await renderRun(buildRun({ idToken: testClaims.fat, request: null }));
    await expect.element(idTokenSlot.getByRole("table")).toBeVisible();
    await expect.element(idTokenSlot).not.toHaveTextContent("prediction");
  });
});
