import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { applicationSchema } from "../api/okta-objects.ts";
import {
  applyGeneralSettings,
  type GeneralSettings,
  listClientAuthentications,
  toGeneralSettings,
} from "./general-settings.ts";

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

function responseTypesFor(changed: Partial<GeneralSettings>) {
  const settings = { ...toGeneralSettings(application), ...changed };
  return applyGeneralSettings(application, settings).settings.oauthClient.response_types;
}

describe(applyGeneralSettings, () => {
  test("changes nothing if the form wasn't edited", () => {
    expect(applyGeneralSettings(application, toGeneralSettings(application))).toEqual(application);
  });

  test("keeps a client authentication that the form doesn't offer", () => {
    const { credentials } = application;
    const withKey = {
      ...application,
      credentials: {
        ...credentials,
        oauthClient: { ...credentials.oauthClient, token_endpoint_auth_method: "private_key_jwt" },
      },
    };
    expect(applyGeneralSettings(withKey, toGeneralSettings(withKey))).toEqual(withKey);
    expect(listClientAuthentications("private_key_jwt")).toContainEqual({
      value: "private_key_jwt",
      label: "private_key_jwt",
    });
    expect(listClientAuthentications("none")).toHaveLength(3);
  });

  test.each<[string, Partial<GeneralSettings>, readonly string[]]>([
    ["the code flow", { grantTypes: ["authorization_code", "refresh_token"] }, ["code"]],
    [
      "both implicit tokens",
      { grantTypes: ["implicit"], allowsImplicitAccessToken: true },
      ["id_token", "token"],
    ],
    ["neither implicit token", { grantTypes: ["implicit"], allowsImplicitIdToken: false }, []],
    ["client credentials", { grantTypes: ["client_credentials"] }, ["token"]],
  ])("sets the response types for %s", (_case, changed, responseTypes) => {
    expect(responseTypesFor(changed)).toEqual(responseTypes);
  });

  test("reads redirect URIs from lines, without blanks", () => {
    const settings = {
      ...toGeneralSettings(application),
      redirectUris: " https://a.example/ \n\n",
    };
    expect(applyGeneralSettings(application, settings).settings.oauthClient).toMatchObject({
      redirect_uris: ["https://a.example/"],
      consent_method: "TRUSTED",
    });
  });
});
