import type { Group, GroupType } from "../model/directory.ts";

/** Ids of one org end in the same three characters, behind a prefix that says what they are. */
function idOf(prefix: string, seed: string): string {
  return `${prefix}${seed.padStart(14, "demo0rg0000000")}0h7`;
}

function group(
  seed: string,
  name: string,
  description: string,
  type: GroupType = "OKTA_GROUP",
): Group {
  return { id: idOf("00g", seed), type, profile: { name, description } };
}

export const everyone = group("ev1", "Everyone", "All users in your organization", "BUILT_IN");
export const it = group("it1", "IT", "People who keep things running");
export const midwestSales = group("ms1", "Midwest Sales", "Sales, Chicago to Kansas City");

/** 120, so that with Everyone the limit of 100 groups in a claim is passed. */
export const projects = Array.from({ length: 120 }, (_, index) => {
  const number = String(index + 1).padStart(3, "0");
  return group(`p${number}`, `Project ${number}`, "One of many");
});

/** Imported from Active Directory: filters of groups claims do not see them. */
export const directoryGroups = ["AD Finance", "AD VPN Users", "Domain Users"].map((name, index) =>
  group(`ad${index}`, name, "Imported from Active Directory", "APP_GROUP"),
);

/** Names that have broken pages: markup, attribute ends, direction marks, separators, length, object internals. */
const hostileNames = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</textarea></title><svg onload=alert(1)>",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "Sales, EMEA",
  'The "Quoted" Group',
  "back\\slash & ampersand; &lt;b&gt;",
  "\u202Etxt.exe reversed",
  "\u2066isolated\u2069 \u200Fmarks",
  "état",
  "管理者",
  "👩‍👩‍👧‍👦 Family 🏳️‍🌈",
  "__proto__",
  "constructor",
  "  spaces at both ends  ",
  "line\nbreak",
  "x".repeat(255),
];

export const hostileGroups = hostileNames.map((name, index) =>
  group(`h${String(index).padStart(2, "0")}`, name, "Named to break a page"),
);

export const allGroups: readonly Group[] = [
  everyone,
  it,
  midwestSales,
  ...projects,
  ...directoryGroups,
  ...hostileGroups,
];
