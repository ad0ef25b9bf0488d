import { useMemo, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { afterFirstFrame } from "../after-first-frame-part.ts";
import type { Run } from "../run.ts";
import { createFakeOrg, orgUrl } from "../set-up/test-org-api.ts";
import { countGroups } from "./claims-sources.ts";
import { buildRun, testClaims } from "./test-run.ts";
import { useFetchOrigins } from "./use-fetch-origins.ts";

const { groups, ...claims } = testClaims.fat;
const clientId = claims.aud;
const parts = { request: { orgUrl, org: "demo" } } as const;
const run = buildRun({ ...parts, idToken: { ...claims, roles: groups } });
const appPath = `GET /api/v1/apps/${clientId}`;
const buildRoutes = (claim: string) => ({
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
    name: claim,
    groupFilterType: "REGEX",
    value: ".*",
  },
});

afterEach(() => vi.unstubAllGlobals());

const counts = page.getByRole("paragraph");

type PageProps = { received: readonly Run[]; canAsk: boolean };

/** Counts the groups of each run, and keeps what was fetched for each. */
function Page({ received, canAsk }: PageProps) {
  const [fetched, setFetched] = useState<ReadonlyMap<string, Partial<Run>>>(new Map());
  const runs = useMemo(
    () => received.map((it) => ({ ...it, ...fetched.get(it.id) })),
    [received, fetched],
  );
  useFetchOrigins(runs, canAsk, (id, found) =>
    setFetched((earlier) => new Map(earlier).set(id, found)),
  );
  return <p>{runs.map((it) => countGroups(it)).join(", ")} groups</p>;
}

test("a run's groups are found in a claim of any name, also after the claim is renamed", async () => {
  vi.stubGlobal("fetch", createFakeOrg(buildRoutes("roles")).fetch);
  const { rerender } = await render(<Page received={[run]} canAsk />);
  await expect.element(counts).toHaveTextContent("2 groups");

  const renamed = createFakeOrg(buildRoutes("teams"));
  vi.stubGlobal("fetch", renamed.fetch);
  const next = buildRun({ ...parts, idToken: { ...claims, teams: groups }, number: 2 });
  await rerender(<Page received={[run, next]} canAsk />);
  await expect.element(counts).toHaveTextContent("2, 2 groups");
  expect(renamed.calls.filter(({ call }) => call === appPath)).toHaveLength(1);
});

test("the set-up of another org, or of a demo org that is not ready, is not fetched", async () => {
  const { fetch, calls } = createFakeOrg(buildRoutes("roles"));
  vi.stubGlobal("fetch", fetch);
  const own = {
    ...run,
    id: "own",
    request: run.request && { ...run.request, org: "own" as const },
  };
  const { rerender } = await render(<Page received={[own, run]} canAsk={false} />);
  await afterFirstFrame.load();
  await expect.element(counts).toHaveTextContent("0, 0 groups");
  expect(calls).toEqual([]);
  await rerender(<Page received={[own, run]} canAsk />);
  await expect.element(counts).toHaveTextContent("0, 2 groups");
});
