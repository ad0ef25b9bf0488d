import { describe, expect, test } from "vitest";
import { markText } from "./mark-text.ts";

const header = "eyJhbGciOiJSUzI1NiJ9";
const payload = "eyJzdWIiOiJhIn0";

describe(markText, () => {
  test("marks each part of a token, and groups outside it", () => {
    const text = `https://app.example/#id_token=${header}.${payload}.c2ln&scope=openid+groups&state=a`;
    expect(markText(text)).toEqual([
      { text: "https://app.example/#id_token=" },
      { text: header, mark: "header" },
      { text: "." },
      { text: payload, mark: "payload" },
      { text: "." },
      { text: "c2ln", mark: "signature" },
      { text: "&scope=openid+" },
      { text: "groups", mark: "groups" },
      { text: "&state=a" },
    ]);
  });

  test("marks a token that is cut off", () => {
    expect(markText(`${header}.eyJz…`)).toEqual([
      { text: header, mark: "header" },
      { text: "." },
      { text: "eyJz…", mark: "payload" },
    ]);
    expect(markText(header)).toEqual([{ text: header, mark: "header" }]);
  });

  test("marks a payload without a header", () => {
    expect(markText(`${payload}.c2ln`)).toEqual([
      { text: payload, mark: "payload" },
      { text: "." },
      { text: "c2ln", mark: "signature" },
    ]);
    expect(markText(payload)).toEqual([{ text: payload, mark: "payload" }]);
  });

  test("doesn’t mark a payload in an encrypted token, or a host name", () => {
    expect(markText(`${header}.a.b.c.d`).map(({ mark }) => mark)).not.toContain("payload");
    const hosts = "www.eyAgency.example/path heyAlice.example";
    expect(markText(hosts)).toEqual([{ text: hosts }]);
  });

  test.each(["", "no token", `a\n${header}.${payload}.\n\ngroups\n`, "groups groups", "eyJ...."])(
    "keeps every character of %j",
    (text) => {
      expect(
        markText(text)
          .map((it) => it.text)
          .join(""),
      ).toBe(text);
    },
  );
});
