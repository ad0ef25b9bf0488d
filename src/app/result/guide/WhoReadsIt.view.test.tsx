import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WhoReadsIt } from "./WhoReadsIt.tsx";

const row = (app: string) => page.getByRole("row", { name: app, exact: false });

describe(WhoReadsIt, () => {
  test("says who sees the groups as they are, with a setting, or not", async () => {
    await render(<WhoReadsIt found={[{ where: "ID token", claim: "groups", groups: ["IT"] }]} />);
    await expect.element(row("oauth2-proxy")).toHaveTextContent("Seen as they are");
    await expect.element(row("HashiCorp Vault")).toHaveTextContent("Seen with groups_claim=groups");
    await expect.element(row("Grafana, Okta OAuth")).toHaveTextContent("Not seen");
  });

  test("cites a source for each app, and the day it was read", async () => {
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
