import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { parseResponse } from "../../../oidc/parsed-response.ts";
import { ResponseFold } from "./ResponseFold.tsx";

describe(ResponseFold, () => {
  test("shows hidden characters in names and values", async () => {
    const response = parseResponse("error=x&na%E2%80%AEme=va%E2%80%8Blue", "fragment");
    const screen = await render(<ResponseFold response={response} />);
    await screen.getByText("Response").click();
    await expect.element(screen.getByText(/^na/)).toHaveTextContent("naU+202Eme");
    await expect.element(screen.getByText(/^va/)).toHaveTextContent("vaU+200Blue");
  });

  test("cuts a long value, and says how long it is", async () => {
    const response = parseResponse(`error=${"x".repeat(5000)}`, "query");
    const screen = await render(<ResponseFold response={response} />);
    await screen.getByText("Response").click();
    await expect.element(screen.getByText(/^x+… \(5,000 characters\)$/)).toBeVisible();
  });
});
