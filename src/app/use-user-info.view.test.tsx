import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Checks } from "../oidc/trust.ts";
import { buildChecks } from "./result/test-checks.ts";
import { buildRun, testClaims } from "./result/test-run.ts";
import { useUserInfo } from "./use-user-info.ts";

const run = buildRun({ idToken: testClaims.thin, accessToken: testClaims.orgAccessToken });
const onClaims = vi.fn();
const fetchUserInfo = vi.fn(async () => Response.json(testClaims.userInfo));

function Example({ checks }: { checks: Checks }) {
  const { status, call } = useUserInfo(run, checks, onClaims);
  return (
    <>
      <button type="button" onClick={call}>
        Call UserInfo
      </button>
      <p>{status}</p>
    </>
  );
}

beforeEach(() => {
  onClaims.mockClear();
  fetchUserInfo.mockClear();
  vi.stubGlobal("fetch", fetchUserInfo);
});
afterEach(() => vi.unstubAllGlobals());

async function callDuringChecks() {
  const screen = await render(<Example checks={buildChecks(run, { status: "running" })} />);
  await page.getByRole("button").click();
  await expect.element(page.getByText("queued")).toBeVisible();
  expect(fetchUserInfo).not.toHaveBeenCalled();
  return screen;
}

test("a call during the checks starts when they pass, once", async () => {
  const { rerender } = await callDuringChecks();
  await rerender(<Example checks={buildChecks(run)} />);
  await expect.poll(() => onClaims.mock.calls.length).toBe(1);
  await rerender(<Example checks={buildChecks(run)} />);
  expect(fetchUserInfo).toHaveBeenCalledOnce();
});

test.each([
  ["a check fails", "fail"],
  ["there is a warning that the user has not seen", "skipped"],
] as const)("a call during the checks is dropped if %s", async (_what, status) => {
  const { rerender } = await callDuringChecks();
  const results = { "id_token.signature": status };
  await rerender(<Example checks={buildChecks(run, { results })} />);
  await expect.element(page.getByText("not-called")).toBeVisible();
  expect(fetchUserInfo).not.toHaveBeenCalled();
});
