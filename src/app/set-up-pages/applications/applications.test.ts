import { expect, test } from "vitest";
import { applications } from "./applications.tsx";

const redirectUri = "https://app.example.com/";

test.each([
  ["a web app's redirect URIs", "web", ["code"], [redirectUri]],
  ["no redirect URIs for a service", "service", ["token"], []],
])("a new app registers %s", (_case, application_type, response_types, redirect_uris) => {
  const settings = { oauthClient: { application_type, redirect_uris: [redirectUri] } };
  expect(applications.buildBody?.({ label: "My app", settings })).toMatchObject({
    settings: { oauthClient: { response_types, redirect_uris } },
  });
});
