import { describe, expect, test } from "vitest";
import { callAsClient } from "../../test-support/client-calls.ts";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  signInForCode,
  verifier,
} from "../../test-support/code-flow-org.ts";
import { clientId, redirectUri } from "../../test-support/test-org.ts";
import { parseParameters } from "../parameters.ts";
import { authenticateClient } from "./client-authentication.ts";

const secret = "a-secret-of-the-web-app";
const asWebApp = {
  credentials: {
    token_endpoint_auth_method: "client_secret_basic",
    client_secret: secret,
    pkce_required: false,
  },
} as const;

describe("a client with a secret", () => {
  const basic = (name: string, password: string) => ({
    Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`,
  });
  /** Signs in, and sends the token request with the credentials in form and headers. */
  const requestToken = async (
    credentials: Readonly<Record<string, string>>,
    headers: Record<string, string>,
  ) => {
    const org = await createCodeFlowOrg(asWebApp);
    const plain = { code_challenge: undefined, code_challenge_method: undefined };
    const { code } = await signInForCode(org.openBrowser(), plain);
    const form = { grant_type: "authorization_code", redirect_uri: redirectUri, code };
    return callAsClient(org, "/oauth2/v1/token", { ...form, ...credentials }, headers);
  };

  test.each([
    ["in the header", {}, basic(clientId, secret)],
    ["in the form", { client_id: clientId, client_secret: secret }, {}],
  ])("is authenticated %s", async (_case, credentials, headers) => {
    const response = await requestToken(credentials, headers);
    expect(response.status).toBe(200);
    expect(response.body).toHaveProperty("id_token");
  });

  test.each([
    ["a wrong secret", { client_id: clientId, client_secret: "x" }, {}, 401],
    ["no secret", { client_id: clientId }, {}, 401],
    ["two secrets", { client_secret: secret }, basic(clientId, secret), 401],
    ["an invalid header", {}, { Authorization: "Basic ???" }, 401],
    ["a header with a stray percent sign", {}, basic(clientId, "%"), 401],
  ])("is refused with %s", async (_case, credentials, headers, status) => {
    const response = await requestToken(credentials, headers);
    expect(response.status).toBe(status);
    expect(response.body.error).toMatch(/^invalid_(client|request)$/);
    expect(response.headers.has("WWW-Authenticate")).toBe("Authorization" in headers);
  });

  test.each([
    ["unencoded", "50% + a bit/of=luck"],
    ["form-urlencoded", new URLSearchParams([["", "50% + a bit/of=luck"]]).toString().slice(1)],
  ])("can have a secret with special characters, sent %s", (_case, sent) => {
    const client_secret = "50% + a bit/of=luck";
    const credentials = { ...asWebApp.credentials, client_secret };
    const { Authorization } = basic(clientId, sent);
    const none = parseParameters("");
    expect(
      authenticateClient(Authorization, none, configureCodeFlow({ credentials })),
    ).toMatchObject({ kind: "authenticated" });
  });

  test("is refused if it sends a verifier although its authorization request had no challenge", async () => {
    const response = await requestToken({ code_verifier: verifier }, basic(clientId, secret));
    expect(response.body.error_description).toMatch(/should be specified in the authorize request/);
  });
});

describe.each([
  ["alone", `Basic ${btoa(clientId)}`],
  ["with an empty secret", `Basic ${btoa(`${clientId}:`)}`],
])("a client ID without a secret in the header %s", (_case, header) => {
  const noForm = parseParameters("");

  test("authenticates a public client, as Okta's SDK sends it", () => {
    expect(authenticateClient(header, noForm, configureCodeFlow())).toMatchObject({
      kind: "authenticated",
      application: { id: clientId },
    });
  });

  test("doesn't authenticate a client with a secret", () => {
    expect(authenticateClient(header, noForm, configureCodeFlow(asWebApp))).toMatchObject({
      kind: "refused",
      refusal: { status: 401, error: "invalid_client" },
    });
  });
});
