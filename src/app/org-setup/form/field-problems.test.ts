import { describe, expect, test } from "vitest";
import { readFieldProblems } from "./field-problems.ts";

const uris = "settings.oauthClient.redirect_uris";

describe(readFieldProblems, () => {
  const problems = readFieldProblems({
    status: "failed",
    failure: {
      kind: "refused",
      status: 400,
      summary: "Api validation failed: app",
      causes: [
        { message: "About no field" },
        { field: "label", message: "Too long" },
        { field: `${uris}.1`, message: "No URI" },
      ],
    },
  });

  test("finds a field's by any of its names", () => {
    expect(problems.of("profile.label", "label")).toBe("Too long");
  });

  test("says which entry of a list is wrong", () => {
    expect(problems.of(uris)).toBe("Entry 2: No URI");
  });

  test("takes no field for another whose name begins like its own", () => {
    expect(problems.of("settings.oauthClient.redirect", "lab")).toBeUndefined();
  });

  test("finds none before anything was refused", () => {
    expect(readFieldProblems({ status: "idle" }).of("label")).toBeUndefined();
  });
});
