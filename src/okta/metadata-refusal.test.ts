import { describe, expect, test } from "vitest";
import { explainMetadataRefusal } from "./metadata-refusal.ts";

describe(explainMetadataRefusal, () => {
  test("distinguishes an org without that server from a host that is not an org", () => {
    const body = { errorCode: "E0000007", errorSummary: "Not found: …" };
    expect(explainMetadataRefusal({ status: 404, body })).toEqual({ kind: "no_such_server" });
    for (const body of [undefined, {}, { errorCode: 7 }]) {
      expect(explainMetadataRefusal({ status: 404, body })).toEqual({ kind: "not_okta" });
    }
    expect(explainMetadataRefusal({ status: 200, body: undefined })).toEqual({ kind: "not_okta" });
  });

  test("returns Okta's error summary", () => {
    const errorSummary = "API call exceeded rate limit due to too many requests.";
    const body = { errorCode: "E0000047", errorSummary };
    const refused = { kind: "refused", status: 429, errorSummary };
    expect(explainMetadataRefusal({ status: 429, body })).toEqual(refused);
  });

  test("recognizes an org without API Access Management", () => {
    const errorSummary = "You do not have permission to access the feature";
    const body = { errorCode: "E0000015", errorSummary };
    expect(explainMetadataRefusal({ status: 401, body })).toEqual({
      kind: "no_api_access_management",
    });
  });

  test.each([undefined, {}, { errorSummary: 7 }])(
    "accepts a refusal without a summary: %o",
    (body) => {
      const refused = { kind: "refused", status: 500, errorSummary: undefined };
      expect(explainMetadataRefusal({ status: 500, body })).toEqual(refused);
    },
  );
});
