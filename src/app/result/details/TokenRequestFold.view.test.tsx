import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Run } from "../../run.ts";
import { buildRun, buildTokenRequest, nowSeconds, testClaims } from "../test-run.ts";
import { TokenRequestFold } from "./TokenRequestFold.tsx";

const region = page.getByRole("region", { name: "Token request" });
const open = () => region.getByText("Token request", { exact: true }).click();

const renderFold = (tokenRequest: Run["tokenRequest"]) =>
  render(
    <TokenRequestFold
      run={buildRun({
        parameters: { code: "code-1" },
        request: { responseType: "code" },
        tokenRequest,
      })}
      nowSeconds={nowSeconds}
      redirectUri="https://app.example/"
    />,
  );

describe(TokenRequestFold, () => {
  test("shows the request, the response and the age of the code", async () => {
    const sentAtSeconds = nowSeconds + 12;
    await renderFold(buildTokenRequest({ idToken: testClaims.fat, sentAtSeconds }));
    await open();
    await expect.element(region).toHaveTextContent("sent the code 12 s after it arrived");
    await expect.element(region).toHaveTextContent("POST https://dev-123.okta.com/oauth2/v1/token");
    await expect.element(region).toHaveTextContent("code-1");
    await expect.element(region).toHaveTextContent("{code_verifier}");
    await expect.element(region).toHaveTextContent("https://app.example/");
    await expect.element(region).toHaveTextContent(/id_tokeneyJ\S{37}… \([\d,]+ characters\)/);
  });

  test("copies the request as curl", async () => {
    const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await renderFold({
      status: "unsent",
      reason: "interrupted",
      tokenEndpoint: undefined,
      codeVerifier: "verifier-1",
    });
    await open();
    await expect
      .element(region.getByRole("heading", { name: "The request, not sent" }))
      .toBeVisible();
    await region.getByRole("button", { name: "Copy as curl" }).click();
    expect(writeText).toHaveBeenCalledWith(
      expect.stringMatching(/^curl .+code=code-1&code_verifier=verifier-1/m),
    );
  });

  test("is not shown without a code", async () => {
    await renderFold(undefined);
    await expect.element(region).not.toBeInTheDocument();
  });
});
