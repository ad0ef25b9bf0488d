import { expect, test } from "vitest";
import { callAsClient } from "../../test-support/client-calls.ts";
import { createCodeFlowOrg } from "../../test-support/code-flow-org.ts";
import { clientId } from "../../test-support/test-org.ts";

const endpoints = ["/oauth2/v1/token", "/oauth2/default/v1/introspect", "/oauth2/v1/revoke"];
const form = { client_id: clientId, grant_type: "refresh_token", token: "t" };

test.each(endpoints)(
  "%s refuses other content types than a form's, with Okta's error",
  async (path) => {
    const org = await createCodeFlowOrg();
    for (const type of ["application/json", "text/plain;charset=UTF-8", "multipart/form-data"]) {
      const { status, body } = await callAsClient(org, path, form, { "Content-Type": type });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        errorCode: "E0000021",
        errorSummary:
          "Bad request.  Accept and/or Content-Type headers likely do not match supported values.",
      });
    }
  },
);

test.each([
  "application/x-www-form-urlencoded",
  "Application/X-WWW-Form-Urlencoded; charset=utf-8",
])("a form can have the content type %s", async (type) => {
  const org = await createCodeFlowOrg();
  const { body } = await callAsClient(org, "/oauth2/v1/token", form, { "Content-Type": type });
  expect(body).toMatchObject({ error: "invalid_request" });
});
