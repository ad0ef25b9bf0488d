import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { RequestChoice } from "../request-choice.ts";
import { buildSessionState } from "../test-session-state.ts";
import { PredictionPanel } from "./PredictionPanel.tsx";

async function renderPrediction(choice: Partial<RequestChoice> = {}, canSend = true) {
  const handlers = { onChoose: vi.fn(), onSend: vi.fn(async () => undefined), onOpenMap: vi.fn() };
  const screen = await render(
    <PredictionPanel
      draft={buildSessionState(choice).draft}
      metadata={{ status: "not-requested" }}
      SetUpPrediction={undefined}
      username={undefined}
      showsGoals
      canSend={canSend}
      {...handlers}
    />,
  );
  return { screen, prediction: screen.getByRole("region", { name: "Prediction" }), ...handlers };
}

describe(PredictionPanel, () => {
  test("predicts groups in a fat ID token", async () => {
    const { prediction } = await renderPrediction();
    await expect
      .element(prediction.getByRole("heading", { level: 2 }))
      .toHaveTextContent("The ID token should carry the groups");
    const idToken = prediction.getByRole("region", { name: "ID token" });
    await expect.element(idToken.getByRole("status")).toHaveTextContent("Fat ID token");
  });

  test("predicts a thin ID token without groups beside an access token", async () => {
    const { prediction } = await renderPrediction({ responseType: "id_token token" });
    await expect
      .element(prediction.getByRole("heading", { level: 2 }))
      .toHaveTextContent("No groups: the ID token will be thin");
    const idToken = prediction.getByRole("region", { name: "ID token" });
    await expect.element(idToken.getByRole("status")).toHaveTextContent("Thin ID token");
  });

  test("says that Okta will refuse the request", async () => {
    const { prediction } = await renderPrediction({ scopes: ["openid", "crm.read"] });
    await expect
      .element(prediction.getByRole("heading", { level: 2 }))
      .toHaveTextContent("Okta will refuse this request");
    await expect
      .element(prediction.getByText(/^invalid_scope: The org server has no scope crm.read/))
      .toBeVisible();
    const idToken = prediction.getByRole("region", { name: "ID token" });
    await expect.element(idToken).toHaveTextContent("Nothing is returned.");
  });

  test("says that Okta may refuse the request, and what it returns otherwise", async () => {
    const { prediction } = await renderPrediction({
      scopes: ["openid", "groups", "okta.users.read"],
    });
    await expect
      .element(prediction.getByRole("heading", { level: 2 }))
      .toHaveTextContent("Okta may refuse this request");
    const idToken = prediction.getByRole("region", { name: "ID token" });
    await expect.element(idToken).toHaveTextContent("Groups expected");
  });

  test("fills in the request of a goal, and sends it", async () => {
    const { screen, onChoose, onSend } = await renderPrediction();
    await screen.getByRole("button", { name: /^Groups in the access token/ }).click();
    expect(onChoose).toHaveBeenCalledWith({
      server: "custom",
      authorizationServerId: "default",
      responseType: "token",
      scopes: ["openid"],
    });
    expect(onSend).toHaveBeenCalledOnce();
  });

  test("fills in the request of a goal without sending it, if a goal must not send", async () => {
    const { screen, onChoose, onSend } = await renderPrediction({}, false);
    await screen.getByRole("button", { name: /^Groups in the ID token/ }).click();
    expect(onChoose).toHaveBeenCalledOnce();
    expect(onSend).not.toHaveBeenCalled();
  });
});
