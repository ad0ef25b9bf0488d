import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { parseClaimsSet } from "../../../oidc/claims-set.ts";
import type { JsonObject } from "../../../oidc/json.ts";
import { decodeJwt } from "../../../oidc/jwt.ts";
import { buildToken, nowSeconds, testClaims } from "../test-run.ts";
import { ClaimsView } from "./ClaimsView.tsx";

type Options = { explainAll?: boolean; added?: ReadonlySet<string>; header?: string };

function renderToken(claims: JsonObject | string, options: Options = {}) {
  const raw = buildToken(claims, options.header);
  const decoded = decodeJwt(raw);
  if (decoded.kind !== "decoded") throw new Error("not a token");
  return render(
    <ClaimsView
      set={decoded}
      token={{ raw, headerText: decoded.headerText }}
      nowSeconds={nowSeconds}
      explainAll={options.explainAll ?? false}
      added={options.added}
    />,
  );
}

function rowOf(name: string) {
  const header = page.getByRole("rowheader", { name });
  return page.getByRole("row").filter({ has: header });
}

function readText(selector: string): readonly (string | null)[] {
  return Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent);
}

describe("the table", () => {
  test("lists groups, then the user, then the sign-in and the token", async () => {
    await renderToken({ iss: "https://a", name: "Ingrid", sub: "00u1", exp: 1, groups: ["IT"] });
    await expect.element(page.getByRole("table", { name: "Claims" })).toBeVisible();
    const expected = [
      "groups",
      "About the user",
      "sub",
      "name",
      "About the sign-in and the token",
      "iss",
      "exp",
    ];
    expect(readText("th, td[colspan]")).toEqual(expected);
  });

  test("marks the rows of groups claims, under any name", async () => {
    await renderToken({ GroupsClaim: ["Everyone"], amr: ["pwd"], name: "Ingrid" });
    await expect.element(rowOf("GroupsClaim")).toHaveAttribute("data-groups-claim");
    await expect.element(rowOf("amr")).not.toHaveAttribute("data-groups-claim");
    await expect.element(rowOf("name")).not.toHaveAttribute("data-groups-claim");
    const items = rowOf("GroupsClaim").getByRole("list", { name: "Groups" }).getByRole("listitem");
    await expect.element(items).toHaveTextContent("Everyone");
  });

  test("has one item for each group, and shows their number", async () => {
    await renderToken({ groups: ["Everyone", "Sales, EMEA"] });
    const items = page.getByRole("list", { name: "Groups" }).getByRole("listitem");
    await expect.element(items.nth(1)).toHaveTextContent(/^Sales, EMEA$/);
    expect(items.elements()).toHaveLength(2);
    await expect.element(page.getByText("2 groups")).toBeVisible();
  });

  test("says that a groups claim is empty", async () => {
    await renderToken({ groups: [] });
    await expect.element(rowOf("groups")).toHaveTextContent("The list is empty.");
    await expect.element(page.getByText("0 groups")).toBeVisible();
  });

  test("says that groups in one string are not a list", async () => {
    await renderToken({ groups: "Everyone,IT" });
    await expect.element(rowOf("groups")).toHaveTextContent("Sent as one string, not as a list.");
  });

  test.each([
    ["a string", '"Ingrid"', "Ingrid"],
    ["a string that reads like a literal", '"true"', '"true"'],
    ["a string that reads like a number", '"42"', '"42"'],
    ["an empty string", '""', '""'],
    ["a literal", "true", "true"],
    ["a list of scalars", '["pwd","mfa"]', '["pwd", "mfa"]'],
    ["an exact number", "1.50", "1.50"],
  ])("shows %s as it was sent", async (_what, source, shown) => {
    await renderToken(`{"amr":${source}}`);
    await expect.element(rowOf("amr").getByRole("cell")).toBeVisible();
    expect(rowOf("amr").getByRole("cell").element().textContent).toBe(shown);
    await expect.element(rowOf("amr").getByText(/JavaScript/)).not.toBeInTheDocument();
  });

  test("shows a number that JavaScript can't represent as it was sent, with a note", async () => {
    await renderToken('{"employee":9007199254740993}');
    await expect.element(rowOf("employee").getByText(/^9007199254740993$/)).toBeVisible();
    await expect
      .element(rowOf("employee").getByText(/JavaScript can’t represent/))
      .toHaveTextContent(
        "JavaScript can’t represent 9007199254740993 exactly: apps read it as 9007199254740992.",
      );
  });

  test("has notes for the first few of many such numbers, and counts the others", async () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => `1e${index + 400}`);
    await renderToken(`{"groups":[${numbers.join()}]}`);
    await expect.element(rowOf("groups")).toHaveTextContent("represent 1e404 exactly");
    await expect.element(rowOf("groups")).toHaveTextContent("4,995 more notes like these.");
    await expect.element(rowOf("groups")).not.toHaveTextContent("represent 1e405 exactly");
  });

  test("shows both values of a claim that was sent twice, with a note", async () => {
    await renderToken('{"email":"a@example.com","email":"b@example.com"}');
    const rows = rowOf("email");
    await expect.element(rows.first()).toHaveTextContent("a@example.com");
    await expect.element(rows.nth(1)).toHaveTextContent("b@example.com");
    await expect.element(rows.first()).toHaveTextContent("Sent more than once.");
  });

  test("makes invisible characters of a claim's name visible", async () => {
    await renderToken('{"gro\\u200bups":"x","\\u202eadmin":true}');
    await expect.element(page.getByRole("rowheader", { name: "groU+200Bups" })).toBeVisible();
    await expect.element(page.getByRole("rowheader", { name: "U+202Eadmin" })).toBeVisible();
  });

  test("shows an empty name, and one made of spaces", async () => {
    await renderToken('{"":"x"," ":"y"}');
    await expect.element(page.getByRole("rowheader", { name: "(empty name)" })).toBeVisible();
    await expect.element(page.getByRole("rowheader", { name: "U+0020" })).toBeVisible();
  });

  test("shows markup in a name or value as text", async () => {
    await renderToken({ "<img src=x>": "<b>bold</b>", groups: ["<script>"] });
    await expect.element(page.getByText("<b>bold</b>")).toBeVisible();
    await expect.element(page.getByText("<script>")).toBeVisible();
    expect(document.querySelector("td b, td img, th img, td script")).toBeNull();
  });

  test("marks only the claims that UserInfo adds", async () => {
    await renderToken({ sub: "00u1", groups: ["IT"] }, { added: new Set(["groups"]) });
    await expect.element(rowOf("groups")).toHaveTextContent("Added by UserInfo");
    await expect.element(rowOf("sub")).not.toHaveTextContent("Added");
  });
});

describe("times", () => {
  test("are relative and absolute, with the number as it was sent", async () => {
    await renderToken({ exp: nowSeconds + 3540 });
    const row = rowOf("exp");
    await expect.element(row).toHaveTextContent("in 59 min");
    await expect.element(row).toHaveTextContent("28 Nov 2026, 14:51 UTC");
    await expect.element(row).toHaveTextContent(String(nowSeconds + 3540));
    await expect.element(row).not.toHaveTextContent("expired");
  });

  test.each([
    [0, "expired now"],
    [-300, "expired 5 min ago"],
  ])("in exp that are %i s from now read “%s”", async (difference, words) => {
    await renderToken({ exp: nowSeconds + difference });
    await expect.element(rowOf("exp").getByText(words)).toBeVisible();
  });

  test("in the past are called expired only in exp", async () => {
    await renderToken({ iat: nowSeconds - 60 });
    await expect.element(rowOf("iat").getByText("1 min ago")).toBeVisible();
  });

  test("in milliseconds have a note", async () => {
    await renderToken({ iat: nowSeconds * 1000 });
    await expect.element(rowOf("iat")).toHaveTextContent("This looks like milliseconds.");
  });
});

describe("explanations", () => {
  const claims = { sub: "00u1", nonce: "n-1" };

  test("are hidden at first", async () => {
    await renderToken(claims);
    await expect.element(rowOf("nonce")).toBeVisible();
    await expect.element(page.getByRole("link")).not.toBeInTheDocument();
  });

  test("open and close with a button on the claim's name", async () => {
    await renderToken(claims);
    const name = page.getByRole("button", { name: "nonce" });
    await name.click();
    await expect.element(name).toHaveAttribute("aria-expanded", "true");
    await expect.element(rowOf("nonce").getByRole("link")).toBeVisible();
    await expect.element(rowOf("sub").getByRole("link")).not.toBeInTheDocument();
    await name.click();
    await expect.element(rowOf("nonce").getByRole("link")).not.toBeInTheDocument();
  });

  test("are all shown if every claim is explained", async () => {
    await renderToken(claims, { explainAll: true });
    await expect.element(rowOf("nonce").getByRole("link")).toBeVisible();
    await expect.element(rowOf("sub").getByRole("link")).toBeVisible();
  });
});

describe("JSON and raw views", () => {
  const sent = '{"big":9007199254740993,"email":"a","email":"b","groups":["IT\\u200b"]}';

  test("show header and payload as sent in JSON", async () => {
    const header = '{"kid":"a","alg":"RS256","big":1e400,"one":1.0,"kid":"b"}';
    await renderToken(sent, { header });
    await page.getByRole("radiogroup", { name: "View" }).getByText("JSON").click();
    await expect.element(page.getByText(/"alg": "RS256"/)).toBeVisible();
    const shown = readText("pre").map((text) => text?.replace(/\s/g, ""));
    expect(shown).toEqual([header, sent]);
  });

  test("show all of thousands of groups in JSON", async () => {
    const groups = Array.from({ length: 5000 }, (_, index) => `Group ${index} of the organisation`);
    await renderToken({ groups });
    await page.getByRole("radiogroup", { name: "View" }).getByText("JSON").click();
    const readPayload = () => readText("pre").at(-1)?.replaceAll(/\s/g, "");
    await expect.poll(readPayload).toBe(JSON.stringify({ groups }).replaceAll(" ", ""));
  });

  test("show the token's three parts in Raw", async () => {
    await renderToken(sent);
    await page.getByRole("radiogroup", { name: "View" }).getByText("Raw").click();
    await expect.element(page.getByText(buildToken(sent), { exact: false })).toBeVisible();
    expect(readText("code [data-part]")).toEqual(buildToken(sent).split("."));
    await expect.element(page.getByRole("table")).not.toBeInTheDocument();
  });

  test("say in Raw how much of a long token is not shown", async () => {
    await renderToken({ name: "x".repeat(9000) });
    await page.getByText("Raw").click();
    await expect.element(page.getByText(/… [\d,]+ more characters. Copy takes all./)).toBeVisible();
  });
});

describe("copying", () => {
  const copied = () => navigator.clipboard.readText();

  test("takes the claims as indented JSON, exactly as sent", async () => {
    await renderToken('{"big":9007199254740993,"groups":["IT"]}');
    await page.getByRole("button", { name: "Copy claims as JSON" }).click();
    await expect.element(page.getByText("Copied.")).toBeInTheDocument();
    expect(await copied()).toBe('{\n  "big": 9007199254740993,\n  "groups": [\n    "IT"\n  ]\n}');
  });

  test("takes the whole token", async () => {
    await renderToken({ name: "x".repeat(9000) });
    await page.getByRole("button", { name: "Copy token" }).click();
    await expect.element(page.getByText("Copied.")).toBeInTheDocument();
    expect(await copied()).toBe(buildToken({ name: "x".repeat(9000) }));
  });

  test.each([
    ["groups", '["Everyone","IT"]'],
    ["sub", "00u1"],
    ["big", "9007199254740993"],
  ])("takes the value of %s", async (name, value) => {
    await renderToken('{"sub":"00u1","big":9007199254740993,"groups":["Everyone","IT"]}');
    await userEvent.hover(rowOf(name));
    await page.getByRole("button", { name: `Copy ${name}` }).click();
    await expect.element(page.getByText("Copied.")).toBeInTheDocument();
    expect(await copied()).toBe(value);
  });

  test("shows a row's button when the keyboard reaches it", async () => {
    await renderToken({ sub: "00u1" });
    const button = page.getByRole("button", { name: "Copy sub" });
    await page.getByRole("button", { name: "sub" }).click();
    await userEvent.unhover(rowOf("sub"));
    await userEvent.keyboard("{Tab}");
    while (document.activeElement !== button.element()) await userEvent.keyboard("{Tab}");
    await expect.element(button).toHaveStyle({ opacity: "1" });
  });
});

describe("size", () => {
  test("says how many bytes groups take", async () => {
    await renderToken({ sub: "00u1", groups: ["Everyone", "IT"] });
    const without = buildToken({ sub: "00u1" }).length;
    const total = buildToken({ sub: "00u1", groups: ["Everyone", "IT"] }).length;
    await expect
      .element(page.getByText(`${total} bytes, ${total - without} for groups`))
      .toBeVisible();
  });

  test("does not mention groups if there are none", async () => {
    await renderToken({ sub: "00u1" });
    await expect.element(page.getByText(/^\d+ bytes$/)).toBeVisible();
  });
});

test("UserInfo's raw view is the response as received", async () => {
  const text = '{ "sub": "00u1",  "groups": [] }';
  const set = parseClaimsSet(text);
  if (!set) throw new Error("not an object");
  await render(<ClaimsView set={set} nowSeconds={nowSeconds} explainAll={false} />);
  await page.getByText("Raw").click();
  await expect.poll(() => readText("code")).toEqual([text]);
  await expect.element(page.getByRole("button", { name: "Copy token" })).not.toBeInTheDocument();
});

test("hundreds of claims are shown in steps", async () => {
  const many = Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`claim_${i}`, i]));
  await renderToken({ ...many, groups: ["IT"] });
  await expect.element(page.getByRole("rowheader").first()).toHaveTextContent("groups");
  await page.getByRole("button", { name: "Show 200 more of 451 claims" }).click();
  await page.getByRole("button", { name: "Show 51 more of 451 claims" }).click();
  await expect.element(page.getByRole("rowheader", { name: "claim_449" })).toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: /^Show/ })).not.toBeInTheDocument();
});

test("a long text in a claim is shortened, with the rest on demand", async () => {
  await renderToken({ name: `${"x".repeat(5000)}end` });
  await expect.element(page.getByText(/end$/)).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Show all 5,003 characters" }).click();
  await expect.element(page.getByText(/end$/).first()).toBeInTheDocument();
});

test("the claims of a fat token fit a slot of 225 px", async () => {
  await render(
    <div id="slot" style={{ inlineSize: 225, containerType: "inline-size", overflow: "auto" }}>
      <ClaimsView
        set={parseClaimsSet(JSON.stringify(testClaims.fat)) ?? fail()}
        nowSeconds={nowSeconds}
        explainAll
      />
    </div>,
  );
  const slot = document.querySelector("#slot");
  expect(slot?.scrollWidth).toBe(slot?.clientWidth);
});

function fail(): never {
  throw new Error("not an object");
}
