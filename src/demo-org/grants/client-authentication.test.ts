import { expect, test } from "vitest";
import { readParameters } from "../authorize/parameters.ts";
import { configureCodeFlow } from "../test-code-flow-org.ts";
import { clientId } from "../test-org.ts";
import { authenticateClient } from "./client-authentication.ts";

const asBasic = (content: string) => `Basic ${btoa(content)}`;
const noForm = readParameters("");

test("a client without a secret may put its ID alone into the header, as Okta's SDK does", () => {
  const known = authenticateClient(asBasic(clientId), noForm, configureCodeFlow());
  expect(known).toMatchObject({ kind: "authenticated", application: { id: clientId } });
});

test("one with a secret may not", () => {
  const credentials = {
    token_endpoint_auth_method: "client_secret_basic",
    client_secret: "s",
  } as const;
  const configuration = configureCodeFlow({ credentials });
  expect(authenticateClient(asBasic(clientId), noForm, configuration)).toMatchObject({
    kind: "refused",
    refusal: { status: 401, error: "invalid_client" },
  });
});
