import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Run } from "../run.ts";
import { createFakeOrg, orgUrl, type Routes } from "../set-up/test-org-api.ts";
import { RunResult } from "./RunResult.tsx";
import { buildRun, nowSeconds, testClaims } from "./test-run.ts";

const run = buildRun({ idToken: testClaims.fat, request: { orgUrl } });
const clientId = testClaims.fat.aud;
const userPath = `/api/v1/users/${testClaims.fat.sub}`;
const activateApp = `POST /api/v1/apps/${clientId}/lifecycle/activate`;

/** The routes of an org whose app and user have the given status. */
const buildRoutes = (appStatus: string, userStatus: string): Routes => ({
  [`GET /api/v1/apps/${clientId}`]: {
    id: clientId,
    label: "My app",
    status: appStatus,
    credentials: { oauthClient: { client_id: clientId } },
    settings: {
      oauthClient: {
        application_type: "browser",
        grant_types: ["implicit"],
        response_types: ["id_token"],
        redirect_uris: [],
      },
    },
    profile: {},
  },
  [`GET /api/v1/internal/apps/${clientId}/settings/oauth/idToken`]: { valueType: "NONE" },
  [`GET /api/v1/apps/${clientId}/users/${testClaims.fat.sub}`]: { id: testClaims.fat.sub },
  [`GET ${userPath}`]: {
    id: testClaims.fat.sub,
    status: userStatus,
    profile: { login: "ann@example.com" },
  },
  [`GET ${userPath}/groups?limit=200`]: [],
  [activateApp]: {},
});

afterEach(() => vi.unstubAllGlobals());

type Callbacks = Partial<Pick<Parameters<typeof RunResult>[0], "onSendChanged" | "onUserInfo">>;

function renderRun(shown: Run, callbacks: Callbacks = {}) {
  return render(
    <RunResult
      {...{ run: shown, runs: [shown], nowSeconds }}
      takesFocus={false}
      demoOrgStatus="ready"
      explainAll={false}
      canSend
      metadata={{ status: "not-requested" }}
      onShow={() => undefined}
      onChecked={() => undefined}
      onUserInfo={() => undefined}
      onExchangeCode={() => undefined}
      onSendChanged={() => undefined}
      {...callbacks}
    />,
  );
}

const { groups: _, ...claims } = testClaims.fat;
const withoutGroups = buildRun({ idToken: { ...claims, iss: orgUrl }, request: { orgUrl } });

test("a verdict names no uncertain cause while the demo org’s set-up is loading", async () => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal("fetch", async () => {
    await answered;
    return new Response(null, { status: 500 });
  });
  await renderRun(withoutGroups);
  const verdict = page.getByRole("region", { name: "Where are the groups?" });
  await expect.element(verdict).toHaveTextContent("No groups in this response");
  await expect.element(verdict).toHaveTextContent("Reading the demo org’s set-up");
  await expect.element(verdict).not.toHaveTextContent("may have no groups claim");
  answer();
  await expect.element(verdict).toHaveTextContent("No groups: the app may have no groups claim");
});

test("a run whose request would now end on an error page offers set-up changes one after the other", async () => {
  vi.stubGlobal("fetch", createFakeOrg(buildRoutes("INACTIVE", "SUSPENDED")).fetch);
  const onSendChanged = vi.fn();
  await renderRun(run, { onSendChanged });
  const activate = page.getByRole("button", { name: "Activate the app", exact: true });
  await expect.element(activate).toBeVisible();
  vi.stubGlobal("fetch", createFakeOrg(buildRoutes("ACTIVE", "SUSPENDED")).fetch);
  await activate.click();
  const unsuspend = page.getByRole("button", { name: "Unsuspend ann@example.com and send" });
  await expect.element(unsuspend).toHaveFocus();
  await expect.element(page.getByText(/^Activate the app: done\./)).toBeVisible();
  expect(onSendChanged).not.toHaveBeenCalled();
  vi.stubGlobal(
    "fetch",
    createFakeOrg({
      ...buildRoutes("ACTIVE", "SUSPENDED"),
      [`POST ${userPath}/lifecycle/unsuspend`]: {},
    }).fetch,
  );
  await unsuspend.click();
  await vi.waitFor(() => expect(onSendChanged).toHaveBeenCalledExactlyOnceWith({}));
});

test("UserInfo’s groups are found in a claim that was renamed after the run was received", async () => {
  const appClaim = { valueType: "GROUPS", name: "teams", groupFilterType: "REGEX", value: ".*" };
  const received = { sub: testClaims.fat.sub, teams: ["IT"] };
  const routes = {
    ...buildRoutes("ACTIVE", "ACTIVE"),
    [`GET /api/v1/internal/apps/${clientId}/settings/oauth/idToken`]: appClaim,
    "GET /oauth2/v1/userinfo": received,
  };
  const { fetch, calls } = createFakeOrg(routes);
  vi.stubGlobal("fetch", fetch);
  const onUserInfo = vi.fn();
  const shown = buildRun({
    accessToken: { ...testClaims.orgAccessToken, iss: orgUrl },
    request: { orgUrl },
    claimOrigins: new Map([["roles", "groups"]]),
  });
  await renderRun(shown, { onUserInfo });
  await expect
    .poll(() => calls.map(({ call }) => call))
    .toContain(`GET ${userPath}/groups?limit=200`);
  await page.getByRole("button", { name: "Call UserInfo" }).first().click();
  const claimOrigins = new Map([
    ["roles", "groups"],
    ["teams", "groups"],
  ]);
  await vi.waitFor(() =>
    expect(onUserInfo).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        userInfo: expect.objectContaining({ claims: received }),
        claimOrigins,
      }),
    ),
  );
});
