import { describe, expect, test } from "vitest";
import { describeFailure } from "./describe-failure.ts";

const refuse = (status: number) =>
  ({ kind: "refused", status, summary: "In the org's words", causes: [] }) as const;

describe(describeFailure, () => {
  test("leaves a refusal in the org's own words", () => {
    expect(describeFailure(refuse(400))).toBe("In the org's words");
    expect(describeFailure(refuse(403))).toBe("In the org's words");
  });

  test("says of what is gone that it is gone", () => {
    expect(describeFailure(refuse(404))).toMatch(/not in the org any more/);
  });
});
