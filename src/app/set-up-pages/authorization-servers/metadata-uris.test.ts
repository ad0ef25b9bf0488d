import { expect, test } from "vitest";
import { listMetadataUris } from "./metadata-uris.ts";

test.each(["https://dev-123.okta.com", "http://localhost:5173/demo-org"])(
  "lists a custom server's metadata URIs, with the well-known path at either place: %s",
  (orgUrl) => {
    const server = {
      id: "default",
      name: "default",
      description: "",
      audiences: ["api://default"],
      issuer: `${orgUrl}/oauth2/default`,
      status: "ACTIVE" as const,
    };
    expect(listMetadataUris(server)).toEqual([
      `${orgUrl}/oauth2/default/.well-known/openid-configuration`,
      `${orgUrl}/.well-known/oauth-authorization-server/oauth2/default`,
      `${orgUrl}/oauth2/default/.well-known/oauth-authorization-server`,
    ]);
  },
);
