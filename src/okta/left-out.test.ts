import { describe, expect, test } from "vitest";
import { findLeftOutClaims } from "./left-out.ts";

const thin = { sub: "00u1", name: "Joe", jti: "ID.2", at_hash: "x" };

describe(findLeftOutClaims, () => {
  test("finds the claims that only a fat token has, groups first, without claims about the token", () => {
    const fat = {
      sub: "00u1",
      locale: "en-US",
      given_name: "Joe",
      jti: "ID.1",
      nonce: "n",
      name: "Joe",
      groups: ["Everyone"],
    };
    expect(findLeftOutClaims(thin, [fat])).toEqual([
      { name: "groups", kind: "groups" },
      { name: "given_name", kind: "user" },
      { name: "locale", kind: "user" },
    ]);
  });

  test("names a claim once, even if several references have the claim", () => {
    const userInfo = { sub: "00u1", groups: ["Everyone"] };
    expect(findLeftOutClaims(thin, [userInfo, { ...userInfo, email: "j@x" }])).toEqual([
      { name: "groups", kind: "groups" },
      { name: "email", kind: "user" },
    ]);
  });

  test("uses the groups claims of only one reference, because an admin may have renamed a claim", () => {
    const references = [{ app_groups: ["IT"] }, { groups: ["IT"], email: "j@x" }];
    expect(findLeftOutClaims(thin, references)).toEqual([
      { name: "app_groups", kind: "groups" },
      { name: "email", kind: "user" },
    ]);
    expect(findLeftOutClaims({ app_groups: [] }, references)).toEqual([
      { name: "email", kind: "user" },
    ]);
  });

  test("does not count a claim as left out if the token has it with another value", () => {
    expect(findLeftOutClaims({ groups: [] }, [{ groups: ["IT"] }])).toEqual([]);
  });

  test("finds nothing without a reference", () => {
    expect(findLeftOutClaims(thin, [])).toEqual([]);
  });

  test("does not expect an access token's uid in an ID token", () => {
    expect(findLeftOutClaims(thin, [{ uid: "00u1" }])).toEqual([]);
  });

  test("finds claims with the names of JavaScript properties", () => {
    expect(findLeftOutClaims(thin, [JSON.parse('{"constructor":"x","__proto__":["IT"]}')])).toEqual(
      [
        { name: "constructor", kind: "user" },
        { name: "__proto__", kind: "user" },
      ],
    );
  });
});
