import { describe, expect, test } from "vitest";
import { createRandomValue } from "./authorization-request.ts";
import { computeCodeChallenge } from "./pkce.ts";

describe("a code verifier", () => {
  test("has the S256 challenge of RFC 7636, Appendix B", async () => {
    const challenge = await computeCodeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    expect(challenge).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  });

  test("has the length and characters of RFC 7636 §4.1, and differs each time", () => {
    const verifiers = [createRandomValue(), createRandomValue()];
    for (const verifier of verifiers) expect(verifier).toMatch(/^[\w.~-]{43,128}$/);
    expect(new Set(verifiers).size).toBe(2);
  });
});
