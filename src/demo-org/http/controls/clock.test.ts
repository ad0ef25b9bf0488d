import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import { baseUrl, createTestOrg, decode, parseFragment } from "../../test-support/test-org.ts";
import { createDemoOrg } from "../demo-org.ts";
import { callApi } from "../management/test-api-client.ts";

const path = "/demo/v1/clock";

describe("the org's clock", () => {
  test("can be stopped at a time, which tokens then have", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "PUT", path, { now: "2031-05-01T12:00:00+02:00" });
    expect(body).toEqual({ now: "2031-05-01T10:00:00.000Z", frozen: true, offsetSeconds: 0 });
    org.advance(600);
    const { id_token } = parseFragment(await org.openBrowser().signIn("it.user@example.com"));
    expect(decode(id_token).iat).toBe(Date.UTC(2031, 4, 1, 10) / 1000);
  });

  test("keeps running after it was shifted, so that a session expires early", async () => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    await browser.signIn("it.user@example.com");
    const { body } = await callApi(org, "PUT", path, { offsetSeconds: 3 * 60 * 60 });
    expect(body).toEqual({ now: "2026-01-01T03:00:00.000Z", frozen: false, offsetSeconds: 10_800 });
    const response = await browser.authorize({ prompt: "none" });
    expect(response.headers.get("Location")).toContain("error=login_required");
  });

  test("shows the machine's time again after a reset", async () => {
    const org = await createTestOrg();
    await callApi(org, "PUT", path, { now: "2031-05-01T12:00:00Z" });
    expect((await callApi(org, "DELETE", path)).status).toBe(204);
    const { body } = await callApi(org, "GET", path);
    expect(body).toEqual({ now: "2026-01-01T00:00:00.000Z", frozen: false, offsetSeconds: 0 });
  });

  test("keeps its setting when the worker is stopped", async () => {
    const { store, fetch } = await createTestOrg();
    await callApi({ fetch }, "PUT", path, { now: "2031-05-01T12:00:00Z" });
    const restarted = createDemoOrg({
      baseUrl,
      store,
      redirectUris: [],
      seed: seedConfiguration,
      sessionCarrier: "cookie",
    });
    const { body } = await callApi({ fetch: restarted }, "GET", path);
    expect(body).toMatchObject({ now: "2031-05-01T12:00:00.000Z", frozen: true });
  });

  test("can't be set in seconds, and the error says what is accepted", async () => {
    const response = await callApi(await createTestOrg(), "PUT", path, { now: 1_767_225_600 });
    const errorCauses = [{ errorSummary: expect.stringContaining("2026-01-01T00:00:00Z") }];
    expect(response).toMatchObject({ status: 400, body: { errorCauses } });
  });

  test.each([
    [{}],
    [{ now: "tomorrow" }],
    [{ now: "2026-13-01T00:00:00Z" }],
    [{ now: "2026-01-01T00:00:00Z", offsetSeconds: 1 }],
    [{ offsetSeconds: 1e15 }],
    [{ offsetSeconds: "60" }],
    [{ offset: 60 }],
  ])("can't be set to %j", async (body) => {
    const org = await createTestOrg();
    expect(await callApi(org, "PUT", path, body)).toMatchObject({
      status: 400,
      body: { errorCode: "E0000001" },
    });
    expect((await callApi(org, "GET", path)).body).toMatchObject({
      now: "2026-01-01T00:00:00.000Z",
    });
  });
});
