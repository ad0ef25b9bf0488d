import { describe, expect, test } from "vitest";
import { describeFailure } from "./describe-failure.ts";

const refuse = (status: number) =>
  ({ kind: "refused", status, summary: "In the org's words", causes: [] }) as const;

describe(describeFailure, () => {
  test("passes on the org's own error message", () => {
    expect(describeFailure(refuse(400))).toBe("In the org's words");
    expect(describeFailure(refuse(403))).toBe("In the org's words");
  });

  test("explains that the object is missing", () => {
    expect(describeFailure(refuse(404))).toMatch(/doesn’t have this object/);
  });
});
