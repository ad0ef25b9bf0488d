import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { predict } from "../../../okta/prediction.ts";
import type { RequestToPredict } from "../../../okta/request-to-predict.ts";
import { PredictedSlots } from "./PredictedSlots.tsx";

const idTokenSlot = page.getByRole("region", { name: "ID token" });
const accessTokenSlot = page.getByRole("region", { name: "Access token" });
const userInfoSlot = page.getByRole("region", { name: "UserInfo" });

function renderPrediction(request: Partial<RequestToPredict> = {}) {
  const { server = { kind: "org" } } = request;
  const prediction = predict({
    server,
    responseType: "id_token",
    scopes: ["openid", "profile", "email", "groups"],
    ...request,
  });
  return render(<PredictedSlots prediction={prediction} server={server.kind} />);
}

describe(PredictedSlots, () => {
  test("expects groups in a fat ID token", async () => {
    await renderPrediction();
    await expect.element(idTokenSlot.getByRole("status")).toHaveTextContent("Fat ID token");
    await expect.element(idTokenSlot).toHaveTextContent("Groups expected");
    await expect.element(idTokenSlot).toHaveTextContent("Up to 28 claims, including groups");
    await expect.element(accessTokenSlot).toHaveTextContent("Not requested.");
    await expect.element(userInfoSlot).toHaveTextContent("Needs an access token.");
  });

  test("expects groups only from UserInfo if both tokens are requested", async () => {
    await renderPrediction({ responseType: "id_token token" });
    await expect.element(idTokenSlot.getByRole("status")).toHaveTextContent("Thin ID token");
    await expect.element(idTokenSlot).toHaveTextContent("Groups left out");
    await expect
      .element(idTokenSlot)
      .toHaveTextContent(
        "It keeps name, preferred_username and email. Okta’s groups guide says that it has base claims only.",
      );
    await expect.element(accessTokenSlot.getByText("Opaque")).toBeVisible();
    await expect.element(accessTokenSlot).toHaveTextContent("Groups never");
    await expect.element(userInfoSlot).toHaveTextContent("Groups expected");
  });

  test("uses the groups claim's name from the set-up", async () => {
    const prediction = predict({
      server: { kind: "org" },
      responseType: "id_token token",
      scopes: ["openid", "groups"],
    });
    const idToken = prediction.idToken && { ...prediction.idToken, groupsName: "roles" };
    await render(
      <PredictedSlots prediction={{ ...prediction, ...(idToken && { idToken }) }} server="org" />,
    );
    await expect.element(idTokenSlot).toHaveTextContent("roles left out");
  });

  test("lists the claims of the requested scopes that a thin ID token keeps, and no others", async () => {
    await renderPrediction({ responseType: "id_token token", scopes: ["openid", "email"] });
    await expect.element(idTokenSlot).toHaveTextContent("It keeps email. Okta’s groups guide");
  });

  test("doesn't mention the groups guide if a thin ID token keeps no such claims", async () => {
    await renderPrediction({ responseType: "id_token token", scopes: ["openid"] });
    await expect.element(idTokenSlot.getByRole("status")).toHaveTextContent("Thin ID token");
    await expect.element(idTokenSlot).not.toHaveTextContent("It keeps");
  });

  test("says how an older Okta page differs", async () => {
    await renderPrediction({ responseType: "code" });
    await expect.element(idTokenSlot.getByRole("status")).toHaveTextContent("Fat ID token");
    await expect
      .element(idTokenSlot)
      .toHaveTextContent("An older Okta page calls this token thin.");
  });

  test("expects no groups without the scope", async () => {
    await renderPrediction({ scopes: ["openid"] });
    await expect.element(idTokenSlot).toHaveTextContent("Groups not expected");
    await expect.element(idTokenSlot).not.toHaveTextContent("including groups");
  });

  test("predicts neither groups nor their absence for a custom server", async () => {
    await renderPrediction({ server: { kind: "custom", id: "default" }, responseType: "token" });
    await expect.element(accessTokenSlot).toHaveTextContent("About 11 claims");
    await expect.element(accessTokenSlot).toHaveTextContent("Groups depend on the server’s claims");
    await expect.element(accessTokenSlot.getByText("Opaque")).not.toBeInTheDocument();
  });

  test.each<[string, Partial<RequestToPredict>]>([
    ["certain", { responseType: "id_token token", scopes: ["openid", "groups", "crm.read"] }],
    ["likely", { responseType: "token", scopes: ["groups"] }],
  ])("promises nothing if a refusal is %s", async (_likelihood, request) => {
    await renderPrediction(request);
    for (const slot of [idTokenSlot, accessTokenSlot, userInfoSlot]) {
      await expect.element(slot).toHaveTextContent(/Nothing is returned\.$/);
    }
  });

  test("says what to expect if Okta does not refuse the request after all", async () => {
    await renderPrediction({ scopes: ["openid", "groups", "okta.users.read"] });
    await expect.element(idTokenSlot).toHaveTextContent("Groups expected");
  });

  test("doesn't present predictions as results", async () => {
    await renderPrediction({ responseType: "id_token token" });
    await expect.element(idTokenSlot).toBeVisible();
    await expect.element(page.getByRole("img")).not.toBeInTheDocument();
    await expect.element(page.getByText("Verified")).not.toBeInTheDocument();
    await expect.element(page.getByRole("table")).not.toBeInTheDocument();
    await expect.element(page.getByRole("button")).not.toBeInTheDocument();
  });
});
