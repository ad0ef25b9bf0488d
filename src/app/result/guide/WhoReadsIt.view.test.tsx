import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WhoReadsIt } from "./WhoReadsIt.tsx";

const row = (app: string) => page.getByRole("row", { name: app, exact: false });

describe(WhoReadsIt, () => {
  test("says which apps read the groups, with which settings", async () => {
    await render(<WhoReadsIt found={[{ where: "ID token", claim: "groups", groups: ["IT"] }]} />);
    await expect.element(row("oauth2-proxy")).toHaveTextContent("Read without extra settings");
    await expect.element(row("HashiCorp Vault")).toHaveTextContent("Read with groups_claim=groups");
    await expect.element(row("Grafana, Okta OAuth")).toHaveTextContent("Not read");
  });

  test("cites a source for each app, and the date on which the source was read", async () => {
    await render(<WhoReadsIt found={[]} />);
    await expect.element(page.getByText(/2026-11-29/)).toBeVisible();
    await expect
      .element(page.getByRole("link", { name: "Argo CD" }))
      .toHaveAttribute("href", expect.stringContaining("argo-cd"));
    await expect
      .element(row("HashiCorp Vault").getByRole("link", { name: "Vault: normalizeList" }))
      .toBeVisible();
  });
});
