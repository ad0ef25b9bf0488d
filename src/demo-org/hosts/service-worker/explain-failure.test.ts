import { describe, expect, test } from "vitest";
import { explainFailure } from "./explain-failure.ts";

const orgUrl = "https://page.example/groups/demo-org";

describe(explainFailure, () => {
  test.each(["/api/v1/groups", "/demo/v1/configuration"])(
    "returns an error in Okta's shape to calls of %s",
    async (path) => {
      const response = explainFailure(`${orgUrl}${path}?limit=1`, orgUrl);
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({
        errorCode: "E0000009",
        errorSummary: expect.stringContaining("this browser’s storage"),
        errorCauses: [],
      });
    },
  );

  test.each(["", "/oauth2/v1/authorize?state=/api/v1/", "/login/demo"])(
    "returns a sentence at %j",
    async (path) => {
      const response = explainFailure(`${orgUrl}${path}`, orgUrl);
      expect(response.status).toBe(500);
      expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
      expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(await response.text()).toMatch(/^The demo org could not process this request/);
    },
  );
});
