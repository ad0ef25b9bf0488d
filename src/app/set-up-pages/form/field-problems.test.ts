import { describe, expect, test } from "vitest";
import { findFormProblems } from "./field-problems.ts";

const uris = "settings.oauthClient.redirect_uris";

/** The problems of a form that the org refused for these causes. */
function refuseFor(causes: readonly { readonly field?: string; readonly message: string }[]) {
  return findFormProblems({
    status: "failed",
    failure: { kind: "refused", status: 400, summary: "Api validation failed: app", causes },
  });
}

describe(findFormProblems, () => {
  test("finds a field's problem by any of its names", () => {
    const problems = refuseFor([{ field: "label", message: "Too long" }]);
    expect(problems.of("profile.label", "label")).toBe("Too long");
  });

  test("does not repeat a message that both names of a field have", () => {
    const message = "The field cannot be left blank";
    const problems = refuseFor([
      { field: "login", message },
      { field: "email", message },
    ]);
    expect(problems.of("login", "email")).toBe(message);
  });

  test.each([
    ["Does not match required pattern", "Must be in the form of an email address"],
    ["An object with this field already exists in the current organization", "Already in use"],
  ])("says in the form's words: %s", (message, expected) => {
    expect(refuseFor([{ field: "email", message }]).of("email")).toBe(expected);
  });

  test("says only once that a username that is also the email is no email address", () => {
    const problems = refuseFor([
      { field: "login", message: "Username must be in the form of an email address" },
      { field: "email", message: "Does not match required pattern" },
    ]);
    expect(problems.of("login", "email")).toBe("Must be in the form of an email address");
  });

  test("says which entries of a list are wrong", () => {
    const problems = refuseFor([
      { field: `${uris}.1`, message: "No URI" },
      { field: `${uris}.3`, message: "No URI" },
      { field: `${uris}.4`, message: "Too long" },
    ]);
    expect(problems.of(uris)).toBe("Entries 2, 4: No URI. Entry 5: Too long");
    expect(problems.of(`${uris}.1`)).toBe("No URI");
  });

  test("does not confuse fields whose names start alike", () => {
    const problems = refuseFor([{ field: `${uris}.1`, message: "No URI" }]);
    expect(problems.of("settings.oauthClient.redirect", "lab")).toBeUndefined();
  });

  test("lists the causes that no field has shown", () => {
    const [about, noField, unknown] = [
      { field: `${uris}.1`, message: "No URI" },
      { message: "About no field" },
      { field: "profile.group", message: "Not of the form" },
    ] as const;
    const problems = refuseFor([about, noField, unknown]);
    expect(problems.listOthers()).toEqual([about, noField, unknown]);
    problems.of(uris);
    expect(problems.listOthers()).toEqual([noField, unknown]);
  });

  test("finds no problems before a change is refused", () => {
    const problems = findFormProblems({ status: "idle" });
    expect(problems.of("label")).toBeUndefined();
    expect(problems.listOthers()).toEqual([]);
  });
});
