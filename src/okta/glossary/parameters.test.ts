import { describe, expect, test } from "vitest";
import { explainParameter } from "./parameters.ts";

describe(explainParameter, () => {
  test.each(
    (
      "client_id response_type redirect_uri nonce prompt state scope id_token access_token token_type expires_in " +
      "error error_description"
    ).split(" "),
  )("explains a parameter of a request or response: %s", (name) => {
    const { meaning, source } = explainParameter(name, "response");
    expect(meaning).toMatch(/^[A-Za-z].*\.$/);
    expect(meaning).not.toContain("Not a standard");
    expect(source?.url).toMatch(/^https:\/\//);
  });

  test.each(
    (
      "display acr_values id_token_hint ui_locales claims claims_locales request request_uri registration max_age " +
      "login_hint idp idp_scope sessionToken enroll_amr_values resource dpop_jkt client_secret client_assertion"
    ).split(" "),
  )("explains a parameter that a pasted request can have: %s", (name) => {
    const { meaning, source } = explainParameter(name, "request");
    expect(meaning).toMatch(/^[A-Za-z].*\.$/);
    expect(meaning).not.toContain("doesn’t know");
    expect(source?.url).toMatch(/^https:\/\//);
  });

  test.each(["code_challenge", "code_verifier"])(
    "does not say that this tab created %s, because the request can be another app’s",
    (name) => {
      expect(explainParameter(name, "request").meaning).not.toContain("tab");
    },
  );

  test.each(["utm_source", "__proto__", ""])(
    "says that a parameter of a response is not standard: %o",
    (name) => {
      expect(explainParameter(name, "response").meaning).toContain("Clients ignore unknown ones.");
    },
  );

  test("does not say that an unknown parameter of a request is ignored", () => {
    expect(explainParameter("tenant", "request")).toEqual({
      meaning: "This page doesn’t know this parameter.",
    });
  });
});
