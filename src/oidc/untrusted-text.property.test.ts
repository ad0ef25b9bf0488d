import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeBase64Url } from "./base64url.ts";
import { parseClaimsSet } from "./claims-set.ts";
import { findResponse } from "./find-response.ts";
import type { JsonValue } from "./json.ts";
import { decodeJwt } from "./jwt.ts";
import { parseResponse } from "./parsed-response.ts";
import { quoteValue } from "./quote-value.ts";
import { splitVisible } from "./visible-text.ts";

/** Any UTF-16 text, including lone surrogates and invisible characters. */
const anyText = fc.string({ unit: "binary" });
const hostileText = fc.string({
  unit: fc.constantFrom(
    ..."\u200b\u202e\ufeff\u00ad\u3164\ud83d\u0000\n%&=+#?;.\"'\\{}[]<a1 👨‍👩‍👧é",
  ),
});
const text = fc.oneof(anyText, hostileText);
/** A text without lone surrogates, because a token is JSON in UTF-8. */
const wellFormed = fc.oneof(fc.string({ unit: "grapheme" }), fc.string());
const claims = fc.dictionary(wellFormed, fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" }));

function encodeJson(value: unknown): string {
  return encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
}

describe(parseResponse, () => {
  const names = fc.constantFrom("state", "iss", "code", "id_token", "access_token", "error", "x");

  test("returns each parameter as it was sent", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(names, wellFormed)), (sent) => {
        const { parameters } = parseResponse(new URLSearchParams(sent).toString(), "fragment");
        expect(parameters).toEqual(sent.map(([name, value]) => ({ name, value })));
      }),
    );
  });

  test("never throws, and returns no token from a text with repeated parameters or an error", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(names, text)), text, (sent, rest) => {
        const response = parseResponse(
          [...sent.map(([name, value]) => `${name}=${value}`), rest].join("&"),
          "query",
        );
        if (response.kind !== "success") return;
        const received = response.parameters.map(({ name }) => name);
        expect(new Set(received).size).toBe(received.length);
        expect(received.filter((it) => it === "error" && response.issuer === it)).toEqual([]);
        const { idToken, accessToken, code } = response;
        expect(idToken ?? accessToken ?? code).toBeDefined();
      }),
    );
  });

  test("can parse every response that findResponse finds", () => {
    fc.assert(
      fc.property(text, text, (hash, search) => {
        const found = findResponse({ hash: `#${hash}`, search: `?${search}` });
        if (!found) return;
        expect(parseResponse(found.text, found.returnedIn).parameters).not.toEqual([]);
      }),
    );
  });
});

describe(decodeJwt, () => {
  test("returns the claims that were encoded", () => {
    fc.assert(
      fc.property(claims, claims, (header, payload) => {
        const decoded = decodeJwt(`${encodeJson(header)}.${encodeJson(payload)}.c2ln`);
        if (decoded.kind !== "decoded") throw new Error(JSON.stringify(decoded));
        expect(JSON.stringify(decoded.claims)).toBe(JSON.stringify(payload));
        expect(decoded.members.map(({ source }) => JSON.parse(source))).toEqual(
          decoded.members.map(({ value }) => value),
        );
      }),
    );
  });

  test("never throws, and decodes nothing that isn't strict base64url of a JSON object", () => {
    const segment = fc.oneof(
      text,
      claims.map(encodeJson),
      fc.jsonValue().map(encodeJson),
      fc.uint8Array().map(encodeBase64Url),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const decoded = decodeJwt(segments.join("."));
        if (decoded.kind !== "decoded") return;
        const parts = segments.join(".").split(".");
        expect(parts).toHaveLength(3);
        for (const part of parts) expect(part).toMatch(/^[\w-]*$/);
        expect(Object.prototype.toString.call(decoded.claims)).toBe("[object Object]");
      }),
    );
  });
});

describe(parseClaimsSet, () => {
  test("returns every member, including duplicates, with its exact source", () => {
    const members = fc.array(
      fc.tuple(wellFormed, fc.jsonValue({ maxDepth: 2, stringUnit: "grapheme" })),
    );
    fc.assert(
      fc.property(members, fc.constantFrom("", " ", "\n\t"), (sent, space) => {
        const sources = sent.map(([, value]) => JSON.stringify(value, null, space.length));
        const json = sent.map(([name], i) => `${JSON.stringify(name)}:${space}${sources[i]}`);
        const set = parseClaimsSet(`${space}{${json.join(`${space},${space}`)}}${space}`);
        expect(set?.members.map(({ name }) => name)).toEqual(sent.map(([name]) => name));
        expect(set?.members.map(({ source }) => source)).toEqual(sources);
        const names = sent.map(([name]) => name);
        for (const { name, notes } of set?.members ?? []) {
          const isRepeated = names.indexOf(name) !== names.lastIndexOf(name);
          expect(notes.some((it) => it.code === "duplicate_member" && it.name === name)).toBe(
            isRepeated,
          );
        }
      }),
    );
  });
});

/** Characters that are invisible or that move the text around them. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;
/** Unicode lists the emoji that contain invisible characters. */
const flags: string = "gv";
const emoji = new RegExp(String.raw`\p{RGI_Emoji}\ufe0f?`, flags);
const withoutEmoji = (shown: string) => shown.replace(emoji, "");

describe(splitVisible, () => {
  test("shows no invisible characters, and loses no characters", () => {
    fc.assert(
      fc.property(text, (written) => {
        const parts = splitVisible(written);
        const restored = parts.map((part) =>
          part.kind === "text"
            ? part.text
            : String.fromCodePoint(Number.parseInt(part.codePoint.slice(2), 16)),
        );
        expect(restored.join("")).toBe(written);
        for (const part of parts) {
          if (part.kind === "text") expect(withoutEmoji(part.text)).not.toMatch(invisible);
        }
      }),
    );
  });
});

describe(quoteValue, () => {
  test("returns a short text without invisible characters for any value", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json({ stringUnit: "binary" }),
          text.map((it) => JSON.stringify(it)),
        ),
        (json) => {
          const value: JsonValue = JSON.parse(json);
          const quoted = quoteValue(value);
          expect(quoted.length).toBeLessThan(200 * 8);
          expect(withoutEmoji(quoted)).not.toMatch(invisible);
        },
      ),
    );
  });
});
