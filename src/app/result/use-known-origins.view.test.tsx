import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Run } from "../run.ts";
import { createFakeOrg, orgUrl } from "../set-up/test-org-api.ts";
import { countGroups } from "./claims-sources.ts";
import { buildRun, testClaims } from "./test-run.ts";
import { useKnownOrigins } from "./use-known-origins.ts";

const { groups, ...claims } = testClaims.fat;
const clientId = claims.aud;
const run = buildRun({ idToken: { ...claims, roles: groups }, request: { orgUrl, org: "demo" } });
const appPath = `GET /api/v1/apps/${clientId}`;
const routes = {
  [appPath]: {
    id: clientId,
    label: "My app",
    status: "ACTIVE",
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
  [`GET /api/v1/internal/apps/${clientId}/settings/oauth/idToken`]: {
    valueType: "GROUPS",
    name: "roles",
    groupFilterType: "REGEX",
    value: ".*",
  },
};

afterEach(() => vi.unstubAllGlobals());

type OutcomeProps = { canAsk: boolean; shownRun: Run | undefined };

function Outcome(props: OutcomeProps) {
  const { find } = useKnownOrigins([run], props);
  return <p>{countGroups(run, find(run))} groups</p>;
}

test("the groups of a run that is not shown are counted, in a claim of any name", async () => {
  vi.stubGlobal("fetch", createFakeOrg(routes).fetch);
  await render(<Outcome canAsk shownRun={undefined} />);
  await expect.element(page.getByRole("paragraph")).toHaveTextContent(`${groups.length} groups`);
});

test("each set-up is loaded once, except the shown run's set-up", async () => {
  const { fetch, calls } = createFakeOrg(routes);
  vi.stubGlobal("fetch", fetch);
  const countReads = () => calls.filter(({ call }) => call === appPath).length;
  const { rerender } = await render(<Outcome canAsk={false} shownRun={undefined} />);
  await rerender(<Outcome canAsk shownRun={run} />);
  expect(countReads()).toBe(0);
  await rerender(<Outcome canAsk shownRun={undefined} />);
  await expect.poll(countReads).toBe(1);
  await rerender(<Outcome canAsk shownRun={{ ...run, request: undefined }} />);
  expect(countReads()).toBe(1);
});
