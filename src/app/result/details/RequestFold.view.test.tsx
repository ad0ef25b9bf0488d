import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { buildRun } from "../test-run.ts";
import { RequestFold } from "./RequestFold.tsx";

const region = page.getByRole("region", { name: "Request sent" });
const url = "https://dev-123.okta.com/oauth2/v1/authorize?response_type=id_token&prompt=none";

describe(RequestFold, () => {
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
  ])("is not there for a run that %s", async (_case, request) => {
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
