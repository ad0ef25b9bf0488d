import { describe, expect, test } from "vitest";
import { explainParameter } from "./parameters.ts";

describe(explainParameter, () => {
  test.each(
    (
      "client_id response_type redirect_uri nonce prompt state scope id_token access_token token_type expires_in " +
      "error error_description"
    ).split(" "),
  )("explains what goes out and comes back, in one sentence: %s", (name) => {
    const { meaning, source } = explainParameter(name);
    expect(meaning).toMatch(/^[A-Za-z].*\.$/);
    expect(meaning).not.toContain("Not a parameter");
    expect(source?.url).toMatch(/^https:\/\//);
  });

  test.each(["utm_source", "__proto__", ""])(
    "says so where nobody has specified one: %o",
    (name) => {
      expect(explainParameter(name).meaning).toContain("Not a parameter");
    },
  );
});
