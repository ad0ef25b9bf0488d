import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { parseResponse } from "../../../oidc/parsed-response.ts";
import { buildRun, testClaims } from "../test-run.ts";
import { RequestFold, ResponseFold } from "./AuthorizationFolds.tsx";

const url = "https://dev-123.okta.com/oauth2/v1/authorize?response_type=id_token&prompt=none";

describe(RequestFold, () => {
  const region = page.getByRole("region", { name: "Request sent" });

  test("shows the endpoint, and each parameter with its meaning", async () => {
    await render(<RequestFold request={buildRun({ request: { url } }).request} />);
    await expect.element(region).toHaveTextContent("2 parameters in the URL");
    await region.getByText("Request sent").click();
    await expect
      .element(region.getByText("GET https://dev-123.okta.com/oauth2/v1/authorize"))
      .toBeVisible();
    await expect.element(region.getByText("prompt", { exact: true })).toBeVisible();
    await region.getByRole("button", { name: "Copy sent URL" }).click();
    await expect.element(region.getByText("Copied")).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(url);
  });

  test.each([
    ["nobody requested", null],
    ["an older release stored", {}],
  ])("is not shown for a run that %s", async (_case, request) => {
    await render(
      <>
        <RequestFold request={buildRun({ request }).request} />
        <p>End</p>
      </>,
    );
    await expect.element(page.getByText("End")).toBeVisible();
    await expect.element(region).not.toBeInTheDocument();
  });
});

describe(ResponseFold, () => {
  const region = page.getByRole("region", { name: "Response" });
  const open = () => region.getByText("Response", { exact: true }).click();

  test("is folded, and shows the number of parameters and their place", async () => {
    const { response } = buildRun({ idToken: testClaims.fat });
    await render(<ResponseFold response={response} />);
    await expect.element(region).toHaveTextContent("2 parameters in the fragment");
    await expect.element(region.getByRole("term")).not.toBeInTheDocument();
  });

  test("shows each parameter with its meaning, and shortens tokens", async () => {
    const { response } = buildRun({ idToken: testClaims.fat });
    await render(<ResponseFold response={response} />);
    await open();
    await expect.element(region.getByText("id_token", { exact: true })).toBeVisible();
    await expect.element(region).toHaveTextContent(/eyJ\S{37}… \(\d+ characters\)/);
    await expect.element(region).toHaveTextContent("Tells the app who signed in.");
    await expect.element(region.getByRole("link", { name: "RFC 6749 §10.12" })).toBeVisible();
  });

  test.each([
    ["fragment", "which browsers don’t send to servers"],
    ["query", "which browsers send to servers"],
  ] as const)("says what the %s means", async (place, words) => {
    await render(<ResponseFold response={parseResponse("code=abc&state=x", place)} />);
    await open();
    await expect.element(region).toHaveTextContent(words);
  });

  test("shows repeated parameters and hidden characters as they were sent", async () => {
    const text = `state=a&state=b&${encodeURIComponent("x\u202ey")}=1`;
    await render(<ResponseFold response={parseResponse(text, "fragment")} />);
    await open();
    await expect.element(region.getByText("U+202E")).toBeVisible();
    expect(region.getByText("state", { exact: true }).elements()).toHaveLength(2);
    await expect.element(region).toHaveTextContent("Not a standard response parameter.");
  });

  test("cuts a long value, and shows the value's length", async () => {
    const response = parseResponse(`error=${"x".repeat(5000)}`, "query");
    await render(<ResponseFold response={response} />);
    await open();
    await expect.element(region.getByText(/^x+… \(5,000 characters\)$/)).toBeVisible();
  });

  test("stays short with thousands of parameters", async () => {
    const text = Array.from({ length: 5000 }, (_, index) => `p${index}=1`).join("&");
    await render(<ResponseFold response={parseResponse(text, "fragment")} />);
    await open();
    await expect.element(region).toHaveTextContent("more than 200 parameters in the fragment");
    await expect.element(region).toHaveTextContent("150 more");
  });
});
