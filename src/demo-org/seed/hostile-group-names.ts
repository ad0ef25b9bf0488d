/** Bidirectional controls, written as escapes so that they don't reorder the text of this file. */
const rightToLeftOverride = "\u202e";
const rightToLeftMark = "\u200f";
const leftToRightIsolate = "\u2066";

/** Names that can break pages and parsers. An admin or a directory import can create such groups. */
export const hostileGroupNames: readonly string[] = [
  "<script>alert(document.domain)</script>",
  '<img src=x onerror="alert(1)">',
  "\"><svg/onload=alert(1)> ' onfocus='alert(1)' autofocus='",
  "</style></title></textarea><!--",
  `\${alert(1)} {{constructor.constructor('alert(1)')()}}`,
  `Admins${rightToLeftOverride}gpj.exe`,
  `${rightToLeftMark}مهندسون ${leftToRightIsolate}R&D`,
  "Sales, EMEA",
  "Quotes \"double\" 'single' `back`",
  "C:\\Users\\Öffentlich\\u0000 %00 %3Cb%3E &lt;b&gt;",
  "état",
  "管理者",
  "👩‍👩‍👧‍👦 Families 🏳️‍🌈",
  "__proto__",
  "  leading and trailing spaces  ",
  "a+b=c&d#e?f/../g",
  "L".repeat(255),
];
