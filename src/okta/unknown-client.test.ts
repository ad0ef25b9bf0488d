import { describe, expect, test, vi } from "vitest";
import { isUnknownClient } from "./unknown-client.ts";

const issuer = "https://dev-1.okta.com/oauth2/default";
const unknown = {
  errorCode: "invalid_client",
  errorSummary: "Invalid value for 'client_id' parameter.",
};

const respond = (body: unknown, status: number) =>
  vi.fn<typeof fetch>(async () => Response.json(body, { status }));

describe(isUnknownClient, () => {
  test("requests the server's metadata with the client ID", async () => {
    const fetch = respond(unknown, 400);
    expect(await isUnknownClient({ issuer, clientId: "0oa1$b", fetch })).toBe(true);
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      `${issuer}/.well-known/openid-configuration?client_id=0oa1%24b`,
      expect.objectContaining({ credentials: "omit" }),
    );
  });

  test("sends no request for the placeholder of an empty field", async () => {
    const fetch = respond(unknown, 400);
    expect(await isUnknownClient({ issuer, clientId: "{clientId}", fetch })).toBe(false);
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    ["the metadata", respond({ issuer }, 200)],
    ["another error", respond({ errorCode: "E0000003" }, 400)],
    ["the error with another status", respond(unknown, 401)],
    ["a text", vi.fn<typeof fetch>(async () => new Response("Bad request", { status: 400 }))],
    [
      "a response without CORS headers",
      vi.fn<typeof fetch>(() => Promise.reject(new TypeError("Failed to fetch"))),
    ],
  ])("returns false for %s", async (_, fetch) => {
    expect(await isUnknownClient({ issuer, clientId: "0oa1b2c3d4", fetch })).toBe(false);
  });
});
