import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { parseResponse } from "../../../oidc/parsed-response.ts";
import { buildRun, testClaims } from "../test-run.ts";
import { ResponseFold } from "./ResponseFold.tsx";

const region = page.getByRole("region", { name: "Response" });
const open = () => region.getByText("Response", { exact: true }).click();

describe(ResponseFold, () => {
  test("is folded to the number of parameters and their place", async () => {
    const { response } = buildRun({ idToken: testClaims.fat });
    await render(<ResponseFold response={response} />);
    await expect.element(region).toHaveTextContent("2 parameters in the fragment");
    await expect.element(region.getByRole("term")).not.toBeInTheDocument();
  });

  test("shows each parameter with its meaning, tokens shortened", async () => {
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
    await expect.element(region).toHaveTextContent("Not a standard parameter.");
  });

  test("cuts a long value, and says how long it is", async () => {
    const response = parseResponse(`error=${"x".repeat(5000)}`, "query");
    await render(<ResponseFold response={response} />);
    await open();
    await expect.element(region.getByText(/^x+… \(5,000 characters\)$/)).toBeVisible();
  });

  test("stays short with thousands of parameters", async () => {
    const text = Array.from({ length: 5000 }, (_, index) => `p${index}=1`).join("&");
    await render(<ResponseFold response={parseResponse(text, "fragment")} />);
    await open();
    await expect.element(region).toHaveTextContent("4,950 more");
  });
});
