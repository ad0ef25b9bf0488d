import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { type Application, applicationSchema } from "../../org-api/okta-objects.ts";
import { renderForm } from "../form/test-form.tsx";
import { GeneralSettingsForm } from "./GeneralSettingsForm.tsx";

/** An app as Okta's API returns it, with members that the form doesn't show. */
const application = v.parse(applicationSchema, {
  id: "0oa1",
  label: "My app",
  status: "ACTIVE",
  signOnMode: "OPENID_CONNECT",
  credentials: {
    oauthClient: {
      client_id: "0oa1",
      token_endpoint_auth_method: "client_secret_basic",
      pkce_required: false,
      autoKeyRotation: true,
    },
  },
  settings: {
    oauthClient: {
      application_type: "web",
      grant_types: ["authorization_code", "implicit"],
      response_types: ["code", "id_token"],
      redirect_uris: ["https://app.example.com/", "https://app.example.com/two"],
      consent_method: "TRUSTED",
    },
  },
});
const { id, status, ...writable } = application;

const renderSettings = (app: Application = application) =>
  renderForm(<GeneralSettingsForm application={app} onDone={() => undefined} />, {
    kind: "answered",
    body: app,
  });

const save = () => page.getByRole("button", { name: "Save" }).click();
const toggle = (name: string) => page.getByRole("checkbox", { name }).click();

describe(GeneralSettingsForm, () => {
  test("changes nothing if the form wasn't edited", async () => {
    const saved = await renderSettings();
    await save();
    await expect
      .poll(() => saved)
      .toEqual([{ method: "PUT", path: "/api/v1/apps/0oa1", body: writable }]);
  });

  test("never sends back the client secret, which only the response to a change contains", async () => {
    const oauthClient = { ...application.credentials.oauthClient, client_secret: "s3cret" };
    const saved = await renderSettings({ ...application, credentials: { oauthClient } });
    await save();
    await expect.poll(() => saved).toHaveLength(1);
    expect(JSON.stringify(saved)).not.toContain("s3cret");
  });

  test("keeps a client authentication that the form doesn't offer", async () => {
    const token_endpoint_auth_method = "private_key_jwt";
    const oauthClient = { ...application.credentials.oauthClient, token_endpoint_auth_method };
    const saved = await renderSettings({ ...application, credentials: { oauthClient } });
    const method = page.getByRole("combobox", { name: "Client authentication" });
    await expect.element(method).toHaveDisplayValue("private_key_jwt");
    await save();
    await expect.poll(() => saved).toMatchObject([{ body: { credentials: { oauthClient } } }]);
  });

  test.each<[string, string[], string[]]>([
    ["the code flow", ["Refresh Token", "Implicit (hybrid)"], ["code"]],
    [
      "both implicit tokens",
      ["Authorization Code", "Allow Access Token with implicit grant type"],
      ["id_token", "token"],
    ],
    [
      "neither implicit token",
      ["Authorization Code", "Allow ID Token with implicit grant type"],
      [],
    ],
    [
      "client credentials",
      ["Client Credentials", "Authorization Code", "Implicit (hybrid)"],
      ["token"],
    ],
  ])("sets the response types for %s", async (_case, toggled, response_types) => {
    const saved = await renderSettings();
    for (const name of toggled) await toggle(name);
    await save();
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { settings: { oauthClient: { response_types } } } }]);
  });

  test("says what to select or enter if the org refuses an empty list", async () => {
    const message = "Must have at least one entry";
    const fields = ["settings.oauthClient.grant_types", "settings.oauthClient.redirect_uris"];
    await renderForm(<GeneralSettingsForm application={application} onDone={() => undefined} />, {
      kind: "refused",
      status: 400,
      summary: "Api validation failed: app",
      causes: fields.map((field) => ({ field, message })),
    });
    await toggle("Authorization Code");
    await toggle("Implicit (hybrid)");
    const uris = page.getByRole("textbox", { name: "Sign-in redirect URIs" });
    await uris.fill("");
    await save();
    await expect
      .element(page.getByRole("group", { name: "Grant type" }))
      .toHaveAccessibleDescription("Select at least one grant type.");
    await expect.element(uris).toHaveAccessibleDescription(/Enter at least one URI\.$/);
    await expect.element(page.getByRole("alert")).not.toHaveTextContent(message);
  });

  test("reads redirect URIs from lines, without blanks", async () => {
    const saved = await renderSettings();
    const uris = page.getByRole("textbox", { name: "Sign-in redirect URIs" });
    await uris.fill(" https://a.example/ \n\n");
    await expect.element(uris).toHaveValue(" https://a.example/ \n\n");
    await save();
    const oauthClient = { redirect_uris: ["https://a.example/"], consent_method: "TRUSTED" };
    await expect.poll(() => saved).toMatchObject([{ body: { settings: { oauthClient } } }]);
  });
});
