import { describe, expect, test } from "vitest";
import { createShapeChecker, listMissing } from "./shape-checker.ts";

describe(createShapeChecker, () => {
  const { listDrift } = createShapeChecker({});

  test.each([
    [{ id: "00u1", status: "ACTIVE", created: "2026-01-01T00:00:00.000Z" }, []],
    [{ id: 1 }, [".id: is no string"]],
    [{ status: "ASLEEP" }, [".status: is no UserStatus"]],
    [{ created: "yesterday" }, [".created: is no Date"]],
    [{ profile: { nick: "Ada" } }, [".profile.nick: not in UserProfile"]],
    [{ credentials: true }, [".credentials: is no UserCredentials"]],
    [[], []],
  ])("finds undeclared members in %j", (value, drift) => {
    expect(listDrift(value, Array.isArray(value) ? "Array<User>" : "User")).toEqual(drift);
  });

  test("uses the model that an app's discriminator selects", () => {
    const wrong = { signOnMode: "OPENID_CONNECT", settings: { colour: "red" } };
    expect(listDrift(wrong, "Application")).toEqual([
      ".settings.colour: not in OpenIdConnectApplicationSettings",
    ]);
  });

  test("finds members that are missing", () => {
    const value = { a: { b: null }, c: [{ d: 1 }, {}] };
    expect(listMissing(value, ["a.b", "a.x", "c.*.d", "e"])).toEqual(["a.x", "c.*.d", "e"]);
  });
});
