import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Run } from "../../run.ts";
import { idTokenSourceId } from "../claims-sources.ts";
import { buildRun, nowSeconds, testClaims } from "../test-run.ts";
import { Compare } from "./Compare.tsx";
import type { SideIds } from "./choose-sides.ts";

const { fat, thin, orgAccessToken, userInfo } = testClaims;
const fatRun = buildRun({ idToken: fat, number: 1 });
const thinRun = buildRun({ idToken: thin, accessToken: orgAccessToken, number: 2 });

const left = page.getByRole("combobox", { name: "Left" });
const right = page.getByRole("combobox", { name: "Right" });
const table = page.getByRole("table", { name: "Comparison" });
const columns = table.getByRole("columnheader");
const same = page.getByRole("checkbox", { name: "Show same claims" });
const count = page.getByRole("heading", { level: 2 });

type Options = Partial<Parameters<typeof Compare>[0]>;

function Example({ runs, chosen: initial = {}, ...rest }: Options & { runs: readonly Run[] }) {
  const [chosen, setChosen] = useState<SideIds>(initial);
  return (
    <Compare
      runs={runs}
      chosen={chosen}
      onChoose={setChosen}
      nowSeconds={nowSeconds}
      takesFocus={false}
      canSend
      onCompareFatAndThin={() => {}}
      {...rest}
    />
  );
}

const renderRuns = (runs: readonly Run[], options: Options = {}) =>
  render(<Example runs={runs} {...options} />);

/** Finds the row of a claim. */
const row = (name: string) =>
  table.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const cells = (name: string) => row(name).getByRole("cell");

describe("a thin ID token beside a fat one", () => {
  const note = page.getByRole("paragraph").filter({ hasText: "is thin." });

  test("has an explanation of the claims that it lacks, and of how to get them", async () => {
    await renderRuns([fatRun, thinRun]);
    await expect
      .element(note)
      .toHaveTextContent(
        /Token 2 is thin\. Okta issued it with an access token, so it lacks groups and 8 more claims\. Request the ID token only, or call UserInfo\.$/,
      );
  });

  test("has an explanation with the name of the org's groups claim", async () => {
    const { groups, ...rest } = fat;
    const claimOrigins = new Map([["roles", "groups"]] as const);
    const idToken = { ...rest, roles: groups };
    await renderRuns([buildRun({ idToken, claimOrigins, number: 1 }), thinRun]);
    await expect.element(note).toHaveTextContent("so it lacks roles and 8 more claims.");
  });

  test("has no advice to change a groups claim that the thin token has", async () => {
    const request = { server: { kind: "custom", id: "default" } } as const;
    const { groups } = fat;
    const runs = [
      buildRun({ idToken: fat, request, number: 1 }),
      buildRun({
        idToken: { ...thin, groups },
        accessToken: orgAccessToken,
        request,
        number: 2,
      }),
    ];
    await renderRuns(runs);
    await expect.element(note).toHaveTextContent(/only, or call UserInfo for them\.$/);
  });

  test.each([
    ["two fat tokens", [fatRun, buildRun({ idToken: fat, number: 2 })]],
    [
      "tokens of two users",
      [
        fatRun,
        buildRun({
          idToken: {
            ...thin,
            sub: "00uother",
            preferred_username: "other@example.com",
            email: "other@example.com",
          },
          accessToken: orgAccessToken,
          number: 2,
        }),
      ],
    ],
  ])("has an explanation, unlike %s", async (_, runs) => {
    await renderRuns(runs);
    await expect.element(count).toBeVisible();
    await expect.element(note).not.toBeInTheDocument();
  });
});

describe("the two sides", () => {
  test("are the older run on the left and the newer one on the right", async () => {
    await renderRuns([fatRun, thinRun]);
    await expect.element(left).toHaveDisplayValue("1 · Org · fat ID token");
    await expect.element(right).toHaveDisplayValue("2 · Org · thin ID token");
    await expect.element(columns.nth(1)).toHaveTextContent(/^1 · ID token Fat/);
    await expect.element(columns.nth(2)).toHaveTextContent(/^2 · ID token Thin/);
  });

  test("have the fat token on the left, even if it was returned last", async () => {
    const runs = [
      buildRun({ idToken: thin, accessToken: orgAccessToken, number: 1 }),
      buildRun({ idToken: fat, number: 2 }),
    ];
    const chosen = { left: idTokenSourceId("run-2"), right: idTokenSourceId("run-1") };
    await renderRuns(runs, { chosen });
    await expect.element(columns.nth(1)).toHaveTextContent(/^2 · ID token Fat/);
    await expect.element(cells("groups").nth(0)).toHaveTextContent("EveryoneIT");
    await expect.element(cells("groups").nth(1)).toHaveTextContent(/^left out$/);
    await expect.element(row("groups")).toHaveAttribute("data-difference", "only-left");
  });

  test("use the origins of each side's claims to tell which claims have groups", async () => {
    const claimOrigins = new Map([["team", "groups"]] as const);
    const runs = [
      buildRun({ idToken: { ...fat, team: ["IT", "Sales"] }, number: 1 }),
      buildRun({ idToken: { ...fat, team: ["IT"] }, claimOrigins, number: 2 }),
    ];
    await renderRuns(runs);
    await expect.element(cells("team").nth(0)).toHaveTextContent("Only here: Sales");
    await expect.element(table.getByRole("rowheader").first()).toHaveTextContent("groups");
    await expect.element(table.getByRole("rowheader").nth(1)).toHaveTextContent("team");
  });

  test("can be changed one at a time", async () => {
    await renderRuns([fatRun, thinRun]);
    await left.selectOptions("2 · Org · thin ID token");
    await expect.element(columns.nth(1)).toHaveTextContent(/^2 · ID token Thin/);
    await expect.element(columns.nth(2)).toHaveTextContent(/^2 · ID token Thin/);
    await expect.element(count).toHaveTextContent("The same on both sides");
    await right.selectOptions("1 · Org · fat ID token");
    await expect.element(row("groups")).toHaveAttribute("data-difference", "only-right");
  });

  test("have a weight strip each", async () => {
    await renderRuns([fatRun, thinRun]);
    await expect
      .element(columns.nth(1).getByRole("img"))
      .toHaveAccessibleName("Weight strip: 23 claims, 1 groups claim, 0 left out");
    await expect
      .element(columns.nth(2).getByRole("img"))
      .toHaveAccessibleName("Weight strip: 15 claims, 0 groups claims, 9 left out");
  });

  test("name their users, and have a warning if the users differ", async () => {
    const joe = { ...fat, sub: "00ujoe", preferred_username: "joe.user@example.com" };
    await renderRuns([fatRun, buildRun({ idToken: joe, number: 2 })]);
    await expect.element(columns.nth(2)).toHaveTextContent("Org · joe.user@example.com");
    await expect
      .element(page.getByRole("note"))
      .toHaveTextContent(
        "The two sides are about different users: it.user@example.com and joe.user@example.com.",
      );
  });

  test("have no such warning if the users are the same", async () => {
    await renderRuns([fatRun, thinRun]);
    await expect.element(table).toBeVisible();
    await expect.element(page.getByRole("note")).not.toBeInTheDocument();
  });

  test("have a mark on a response that nobody requested", async () => {
    await renderRuns([fatRun, buildRun({ idToken: thin, number: 2, request: null })]);
    await expect.element(columns.nth(2)).toHaveTextContent("Don’t trust");
    await expect
      .element(right)
      .toHaveDisplayValue("2 · Not requested · thin ID token · don’t trust");
  });

  test("never call an ID token fat if its access token is missing", async () => {
    const request = { responseType: "id_token token" } as const;
    await renderRuns([fatRun, buildRun({ idToken: fat, number: 2, request })]);
    await expect.element(columns.nth(2)).toHaveTextContent("Fat or thin can’t be told");
    await expect.element(right).toHaveDisplayValue("2 · Org · ID token · don’t trust");
  });
});

describe("rows", () => {
  test("begin with groups, then other differences, and show equal claims on demand", async () => {
    await renderRuns([fatRun, thinRun]);
    const names = table.getByRole("rowheader");
    await expect.element(names.first()).toHaveTextContent(/^groups$/);
    await expect.element(row("locale")).toHaveAttribute("data-difference", "only-left");
    await expect.element(row("at_hash")).toHaveAttribute("data-difference", "only-right");
    await expect.element(row("sub")).not.toBeInTheDocument();
    await expect.element(count).toHaveTextContent(/^10 differences$/);
    await same.click();
    await expect.element(row("sub")).toBeVisible();
    await expect.element(row("sub")).not.toHaveAttribute("data-difference");
    await expect.element(names.first()).toHaveTextContent(/^groups$/);
  });

  test("distinguish claims that were left out from absent claims", async () => {
    await renderRuns([fatRun, thinRun]);
    await expect.element(cells("locale").nth(1)).toHaveTextContent(/^left out$/);
    await expect.element(cells("at_hash").nth(0)).toHaveTextContent(/^not there$/);
  });

  test("don't call claims left out of a token for fewer scopes", async () => {
    const request = { scopes: ["openid"] };
    const run = buildRun({ idToken: thin, accessToken: orgAccessToken, number: 2, request });
    await renderRuns([fatRun, run]);
    await expect.element(cells("groups").nth(1)).toHaveTextContent(/^not there$/);
  });

  test("name the groups that only one side has", async () => {
    const idToken = { ...fat, groups: ["Everyone", "Midwest Sales"] };
    await renderRuns([fatRun, buildRun({ idToken, number: 2 })]);
    await expect.element(row("groups")).toHaveAttribute("data-difference", "changed");
    await expect.element(cells("groups").nth(0)).toHaveTextContent("Only here: IT");
    await expect.element(cells("groups").nth(1)).toHaveTextContent("Only here: Midwest Sales");
  });

  test("list claims that differ in every token in a separate group", async () => {
    const idToken = { ...fat, jti: "ID.2", name: "Other" };
    await renderRuns([fatRun, buildRun({ idToken, number: 2 })]);
    await expect
      .element(count)
      .toHaveTextContent(/^1 difference\. 1 more claim differs in every token\.$/);
    await expect.element(table).toHaveTextContent("Different in every token (1)");
    await expect.element(row("jti")).toHaveAttribute("data-difference", "changed");
  });

  test("show times as dates", async () => {
    await renderRuns([fatRun, thinRun]);
    await expect.element(cells("updated_at").nth(0)).toHaveTextContent("19 Nov 2019, 22:11 UTC");
  });

  test("show hidden characters of a claim’s name", async () => {
    const idToken = { ...fat, "a\u202eb": "x" };
    await renderRuns([fatRun, buildRun({ idToken, number: 2 })]);
    await expect.element(table.getByText("U+202E")).toBeVisible();
  });

  test("can be compared with UserInfo", async () => {
    await renderRuns([buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo })]);
    await expect.element(columns.nth(2)).toHaveTextContent(/^1 · UserInfo/);
    await expect.element(cells("groups").nth(0)).toHaveTextContent(/^left out$/);
    await expect.element(cells("groups").nth(1)).toHaveTextContent("EveryoneIT");
  });
});

describe("with fewer than two claims sets", () => {
  test("the tab offers the two requests of a comparison", async () => {
    const onCompareFatAndThin = vi.fn();
    await renderRuns([fatRun], { onCompareFatAndThin });
    await expect.element(table).not.toBeInTheDocument();
    await page.getByRole("button", { name: "Compare fat and thin" }).click();
    expect(onCompareFatAndThin).toHaveBeenCalledOnce();
  });

  test("the tab disables the requests until the org is ready", async () => {
    await renderRuns([], { canSend: false });
    await expect.element(page.getByRole("button", { name: "Compare fat and thin" })).toBeDisabled();
  });
});

test("the comparison takes the focus only after a landing", async () => {
  await renderRuns([fatRun, thinRun]);
  await expect.element(count).not.toHaveFocus();
  await renderRuns([fatRun, thinRun], { takesFocus: true });
  await expect.element(count.last()).toHaveFocus();
});

test("the comparison fits a phone, with each claim's name above its two values", async () => {
  await page.viewport(320, 800);
  await renderRuns([fatRun, thinRun]);
  await expect.element(cells("groups").nth(0)).toBeVisible();
  const name = row("groups").getByRole("rowheader").element().getBoundingClientRect();
  const value = cells("groups").nth(0).element().getBoundingClientRect();
  expect(value.top).toBeGreaterThanOrEqual(name.bottom - 1);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1280, 720);
});

test("the comparison can be used with the keyboard", async () => {
  await renderRuns([fatRun, thinRun]);
  await userEvent.keyboard("{Tab}{Tab}{Tab} ");
  await expect.element(same).toBeChecked();
});

test("the comparison shows thousands of claims in steps", async () => {
  const claimsOf = (value: string) =>
    Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`claim_${i}`, value]));
  await renderRuns([
    buildRun({ idToken: { ...fat, ...claimsOf("a") }, number: 1 }),
    buildRun({ idToken: { ...fat, ...claimsOf("b") }, number: 2 }),
  ]);
  await expect.element(row("claim_0")).toBeInTheDocument();
  await expect.element(row("claim_300")).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Show 200 more of 5,001 claims" }).click();
  await expect.element(row("claim_300")).toBeInTheDocument();
});
