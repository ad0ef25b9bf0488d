import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type ClaimsMember, parseClaimsSet } from "../../../oidc/claims-set.ts";
import { ClaimsTable } from "./ClaimsTable.tsx";

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "\u202emoc.atko",
  "IT\u200b",
  "&lt;b&gt;",
  "__proto__",
  "constructor",
  "x".repeat(5_000),
);
const text = fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 30 }));
const name = fc.oneof(text, fc.constantFrom("groups", "sub", "exp", "iss", "aud", "auth_time"));
const value = fc.oneof(
  text,
  fc.array(text, { maxLength: 5 }),
  fc.double(),
  fc.integer(),
  fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }),
);

/** Emoji need some of the characters in `invisible`, so emoji are removed before the test for these characters. */
const flags: string = "gv";
const emoji = new RegExp(String.raw`\p{RGI_Emoji}\ufe0f?`, flags);
const invisible = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const tagNames = new Set(
  "table tbody tr td th button code span div p small strong b em ul ol li time svg path use details summary a".split(
    " ",
  ),
);

test.each(["a", "aa"])(
  "a long value or name that starts with %s is not cut within a character",
  (start) => {
    const set = parseClaimsSet(JSON.stringify({ long: [{ a: start + "𝕏".repeat(2_000) }] }));
    expect(renderClaims(set?.members ?? [])).not.toMatch(/\p{Cs}/u);
    const text = parseClaimsSet(JSON.stringify({ long: start + "𝕏".repeat(2_000) }));
    expect(renderClaims(text?.members ?? [])).not.toContain("U+D8");
    const name = parseClaimsSet(JSON.stringify({ [start + "𝕏".repeat(2_000)]: 1 }));
    expect(renderClaims(name?.members ?? [])).not.toContain("U+D8");
  },
);

test("any claims become a table of text, without other elements, invisible characters or a huge page", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), (claims) => {
      const json = claims.map(([key, it]) => `${JSON.stringify(key)}:${JSON.stringify(it)}`);
      const set = parseClaimsSet(`{${json.join(",")}}`);
      if (!set) return;
      const html = renderClaims(set.members);
      const tags = [...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, tag]) => tag);
      expect(tags.filter((tag) => !tagNames.has(tag ?? ""))).toEqual([]);
      const withoutValues = html.replace(/"[^"]*"/g, '""');
      expect(withoutValues).not.toMatch(/<[^>]*\s(?:on\w+|srcdoc)=/i);
      expect(html).not.toMatch(/<[^>]*\shref="(?!https:\/\/)/i);
      expect(html.replace(emoji, "")).not.toMatch(invisible);
      expect(html.length).toBeLessThan(20_000 + 60 * set.text.length);
    }),
    // Shrinking a failed example would take minutes, because the tables have long texts.
    { endOnFailure: true },
  );
});

function renderClaims(members: readonly ClaimsMember[]): string {
  return renderToStaticMarkup(
    <ClaimsTable
      members={members}
      nowSeconds={1_800_000_000}
      explainAll
      copied={undefined}
      copy={() => undefined}
    />,
  );
}
