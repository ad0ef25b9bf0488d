import * as v from "valibot";
import { applicationSchema, authorizationServerSchema } from "./okta-objects.ts";

export const application = v.parse(applicationSchema, {
  id: "0oa1",
  label: "An app",
  status: "ACTIVE",
  credentials: { oauthClient: { client_id: "0oa1" } },
  settings: { oauthClient: { application_type: "web", grant_types: [], response_types: [] } },
});

export const server = v.parse(authorizationServerSchema, {
  id: "default",
  name: "default",
  audiences: [],
  issuer: "https://example.com/oauth2/default",
  status: "ACTIVE",
});

export const noLists = { people: [], groups: [], applications: [], scopes: [] };
