import { describe, expect, test } from "vitest";
import { buildMapDocument, toCsv, toMarkdown } from "./map-document.ts";
import { buildMapTable } from "./map-table.ts";
import {
  buildMapRow,
  buildSeen,
  buildTestDigest,
  clientId,
  orgUrl,
  predictCell,
  userId,
} from "./test-map.ts";
import { toSvg } from "./to-svg.ts";

function build(claim: string, serverName = "Org") {
  const cells = {
    idToken: buildSeen({ kind: "claims", claims: [{ name: claim, count: 2 }] }, "run-1"),
  };
  const rows = [
    buildMapRow({ serverName, cells: { idToken: predictCell({ groups: "no" }) } }),
    buildMapRow({ responseType: "code", cells: { userInfo: predictCell() } }),
  ];
  const table = buildMapTable(rows, [buildTestDigest({ cells })], { orgUrl, clientId, userId }, [
    { id: "run-1", number: 1 },
  ]);
  const exportedAt = new Date("2026-11-28T13:52:00Z");
  return buildMapDocument(table, { orgUrl, userName: "it.user@example.com", exportedAt });
}

describe(toMarkdown, () => {
  test("writes facts and a table", () => {
    const text = toMarkdown(build("groups"));
    expect(text).toContain("## Where groups go");
    expect(text).toContain("2026-11-28 13:52 UTC");
    expect(text).toContain("| Server | Request | ID token | Access token | UserInfo |");
    expect(text).toContain(
      "| Org | ID token | **seen: 2 groups; not as predicted: no groups** | not requested | – |",
    );
    expect(text).toContain("predicted: groups expected");
  });

  test.each(["a|b", "<img src=x>", "[x](javascript:alert)", "`code`", "@everyone"])(
    "escapes %s",
    (name) => {
      const lines = toMarkdown(build(name)).split("\n");
      const row = lines.find((line) => line.startsWith("| Org | ID token"));
      expect(row?.replaceAll(/\\./g, "").split("|")).toHaveLength(7);
      expect(row).not.toMatch(/(?<!\\)[<[`@]/);
    },
  );
});

describe(toCsv, () => {
  test("quotes every field", () => {
    const lines = toCsv(build('a "quoted", name')).split("\r\n");
    expect(lines[0]).toBe('\uFEFF"Server","Request","ID token","Access token","UserInfo"');
    expect(lines[1]).toContain('a ""quoted"", name');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])(
    "keeps a spreadsheet from running %j as a formula",
    (name) => {
      const [, line] = toCsv(build("groups", name)).split("\r\n");
      expect(line?.startsWith(`"'${name}"`)).toBe(true);
    },
  );
});

describe(toSvg, () => {
  test("writes an image with a name, a description and text", () => {
    const svg = toSvg(build("groups"));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img"/);
    expect(svg).toContain('<title id="title">Where groups go</title>');
    expect(svg).toMatch(/<desc id="description">Org, ID token: seen: 2 groups/);
    expect(svg).not.toMatch(/https?:(?!\/\/(?:www\.w3\.org|dev-123\.okta\.com))/);
  });

  test("escapes markup, and replaces characters that XML forbids", () => {
    const svg = toSvg(build('</text><script>alert(1)</script>"\u0000\u001b\uD800'));
    expect(svg).not.toContain("<script");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(svg).not.toMatch(/[\uD800-\uDFFF]/);
    expect(svg).toContain("&lt;/text&gt;");
  });

  test("breaks a long name into lines", () => {
    const lengths = Array.from(
      toSvg(build("g".repeat(55))).matchAll(/<text[^>]*>([^<]*)</g),
      (it) => (it[1] ?? "").length,
    );
    expect(Math.max(...lengths)).toBeLessThan(60);
  });
});
