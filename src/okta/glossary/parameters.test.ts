import { describe, expect, test } from "vitest";
import { explainParameter } from "./parameters.ts";

describe(explainParameter, () => {
  test.each(
    (
      "client_id response_type redirect_uri nonce prompt state scope id_token access_token token_type expires_in " +
      "error error_description"
    ).split(" "),
  )("explains a parameter of a request or response: %s", (name) => {
    const { meaning, source } = explainParameter(name);
    expect(meaning).toMatch(/^[A-Za-z].*\.$/);
    expect(meaning).not.toContain("Not a standard parameter");
    expect(source?.url).toMatch(/^https:\/\//);
  });

  test.each(["utm_source", "__proto__", ""])(
    "says that a parameter is not standard: %o",
    (name) => {
      expect(explainParameter(name).meaning).toContain("Not a standard parameter");
    },
  );
});
