import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Checks } from "../../../oidc/trust.ts";
import { describeForeignKeys } from "../../checks/foreign-keys.ts";
import { buildChecks } from "../test-checks.ts";
import { buildRun, testClaims } from "../test-run.ts";
import { ChecksFold } from "./ChecksFold.tsx";

const run = buildRun({ idToken: testClaims.fat });
const region = page.getByRole("region", { name: "Checks" });
const summary = region.getByRole("status");
const items = region.getByRole("listitem");

const fold = (checks: Checks, onAllowForeignKeys = () => {}) => (
  <ChecksFold checks={checks} onAllowForeignKeys={onAllowForeignKeys} />
);

const failedSignature = () => buildChecks(run, { results: { "id_token.signature": "fail" } });

describe(ChecksFold, () => {
  test("is folded, with a summary, while all checks pass", async () => {
    const checks = buildChecks(run);
    const total = checks.results.length;
    await render(fold(checks));
    await expect.element(summary).toHaveTextContent(`${total} of ${total} checks pass`);
    await expect.element(items).not.toBeInTheDocument();
    await region.getByText("Checks", { exact: true }).click();
    await expect.element(items.first()).toHaveTextContent(/^Pass Request: State/);
  });

  test("is open if a check failed, and lists that check first", async () => {
    const checks = failedSignature();
    const total = checks.results.length;
    await render(fold(checks));
    await expect.element(summary).toHaveTextContent(`${total - 1} of ${total} checks pass`);
    await expect.element(items.first()).toBeVisible();
    await expect
      .element(items.first())
      .toHaveTextContent("Fail ID token: Name of id_token.signature Detail of id_token.signature.");
  });

  test("opens when a check fails later", async () => {
    const screen = await render(fold(buildChecks(run, { status: "running" })));
    await expect.element(items).not.toBeInTheDocument();
    await screen.rerender(fold(failedSignature()));
    await expect.element(items.first()).toBeVisible();
  });

  test("does not count skipped checks as passed", async () => {
    const checks = buildChecks(run, { results: { "id_token.signature": "skipped" } });
    const decided = checks.results.length - 1;
    await render(fold(checks));
    await expect
      .element(summary)
      .toHaveTextContent(`${decided} of ${decided} checks pass, 1 skipped`);
    await region.getByText("Checks", { exact: true }).click();
    await expect.element(items.last()).toHaveTextContent(/^Skipped ID token/);
  });

  test("says that signatures are being checked", async () => {
    await render(fold(buildChecks(run, { status: "running" })));
    await expect.element(summary).toHaveTextContent("Checking signatures…");
  });

  test("loads keys from another origin only on demand", async () => {
    const onAllow = vi.fn();
    const results = [...buildChecks(run).results, describeForeignKeys("https://keys.example")];
    await render(fold({ status: "done", results }, onAllow));
    await region.getByText("Checks", { exact: true }).click();
    await expect.element(region).toHaveTextContent("https://keys.example");
    expect(onAllow).not.toHaveBeenCalled();
    await region.getByRole("button", { name: "Load the keys" }).click();
    expect(onAllow).toHaveBeenCalledOnce();
  });
});
