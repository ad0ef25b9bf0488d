import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Run } from "../run.ts";
import { buildRun } from "./test-run.ts";
import { useRunUser } from "./use-run-user.ts";

afterEach(() => vi.unstubAllGlobals());

function User({ run }: { run: Run }) {
  return <p>{JSON.stringify(useRunUser(run, true, true))}</p>;
}

test.each([
  ["refused before the sign-in", "invalid_scope", "?person=it.user%40example.com", "it.user"],
  ["refused after the sign-in", "access_denied", "?person=it.user%40example.com", "outside.user"],
  ["refused and named no user", "invalid_scope", "", "outside.user"],
])(
  "the user is the requested or signed-in user for a request that was %s",
  async (_case, error, query, name) => {
    vi.stubGlobal("fetch", async () => Response.json({ login: "outside.user@example.com" }));
    const run = buildRun({ parameters: { error }, request: { query } });
    await render(<User run={run} />);
    await expect.element(page.getByRole("paragraph")).toHaveTextContent(`${name}@example.com`);
  },
);
