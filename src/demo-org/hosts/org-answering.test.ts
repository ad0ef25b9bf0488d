import { describe, expect, test } from "vitest";
import { isOrgAnswering } from "./connect-to-worker.ts";

const orgUrl = "https://example.com/groups/demo-org";
const noDeadline = new AbortController().signal;

describe(isOrgAnswering, () => {
  test("recognizes the org by its issuer", async () => {
    const requestedUrls: string[] = [];
    const fetch = async (input: RequestInfo | URL) => {
      requestedUrls.push(String(input));
      return Response.json({ issuer: orgUrl });
    };
    expect(await isOrgAnswering(orgUrl, fetch, noDeadline)).toBe(true);
    expect(requestedUrls).toEqual([`${orgUrl}/.well-known/openid-configuration`]);
  });

  test.each([
    ["the page with status 200", () => new Response("<!doctype html>")],
    ["a 404 page", () => new Response("Not found", { status: 404 })],
    ["another org's metadata", () => Response.json({ issuer: "https://example.com/demo-org" })],
    ["JSON that is no metadata", () => Response.json(null)],
    ["nothing", () => Promise.reject(new TypeError("Failed to fetch"))],
  ])("does not mistake %s for the org", async (_case, answer) => {
    expect(await isOrgAnswering(orgUrl, async () => answer(), noDeadline)).toBe(false);
  });
});
