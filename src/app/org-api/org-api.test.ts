import { describe, expect, test } from "vitest";
import { createOrgApi } from "./org-api.ts";

const orgUrl = "https://example.com/demo-org";

/** Calls an org that returns this response to every call. */
function callOrg(answer: () => Response, signal?: AbortSignal) {
  const api = createOrgApi(orgUrl, async () => answer());
  return api({ method: "GET", path: "/api/v1/groups" }, signal);
}

const answerNextPage = (link: string) => () =>
  new Response("[]", { headers: { Link: `<${orgUrl}/first>; rel="self", <${link}>; rel="next"` } });

describe(createOrgApi, () => {
  test("sends the method, the token and the body", async () => {
    const calls: Request[] = [];
    const api = createOrgApi(orgUrl, async (url, init) => {
      calls.push(new Request(url, init));
      return new Response(null, { status: 204 });
    });
    await api({ method: "POST", path: "/api/v1/groups", body: { profile: { name: "IT" } } });
    expect(calls[0]).toMatchObject({ method: "POST", url: `${orgUrl}/api/v1/groups` });
    expect(calls[0]?.headers.get("Authorization")).toBe("SSWS demo-api-token");
    expect(await calls[0]?.json()).toEqual({ profile: { name: "IT" } });
  });

  test("returns the JSON body, or undefined if there is none", async () => {
    expect(await callOrg(() => Response.json([1]))).toEqual({ kind: "answered", body: [1] });
    expect(await callOrg(() => new Response(null, { status: 204 }))).toMatchObject({
      kind: "answered",
      body: undefined,
    });
  });

  test("finds the next page of a list, but on no other host", async () => {
    expect(await callOrg(answerNextPage(`${orgUrl}/api/v1/groups?after=1`))).toMatchObject({
      next: { method: "GET", path: "/api/v1/groups?after=1" },
    });
    expect(await callOrg(answerNextPage("https://example.org/"))).not.toHaveProperty("next");
    expect(await callOrg(answerNextPage(`${orgUrl}.example.org/`))).not.toHaveProperty("next");
  });

  test("returns each cause of an error with its field", async () => {
    const refusal = {
      errorCode: "E0000001",
      errorSummary: "Api validation failed: group",
      errorCauses: [
        { errorSummary: "profile.name: The field cannot be left blank" },
        { errorSummary: "Property name 'team' is not defined in profile" },
        { errorSummary: "Somebody else has this name already" },
      ],
    };
    expect(await callOrg(() => Response.json(refusal, { status: 400 }))).toEqual({
      kind: "refused",
      status: 400,
      summary: "Api validation failed: group",
      causes: [
        { field: "profile.name", message: "The field cannot be left blank" },
        { field: "team", message: "Property name 'team' is not defined in profile" },
        { message: "Somebody else has this name already" },
      ],
    });
  });

  test("uses the field in the summary for a cause that names none", async () => {
    const refusal = {
      errorSummary: "Api validation failed: conditions.people",
      errorCauses: [{ errorSummary: "At least one must be there." }],
    };
    expect(await callOrg(() => Response.json(refusal, { status: 400 }))).toMatchObject({
      causes: [{ field: "conditions.people", message: "At least one must be there." }],
    });
  });

  test("accepts an error in another JSON shape", async () => {
    const answer = () => Response.json(["no"], { status: 500 });
    expect(await callOrg(answer)).toMatchObject({ kind: "refused", status: 500, causes: [] });
  });

  test.each([404, 405, 500])(
    "does not take an empty response with status %i for the org's",
    async (status) => {
      const answer = () => new Response(null, { status });
      expect(await callOrg(answer)).toEqual({ kind: "unreadable" });
    },
  );

  test.each([200, 404])(
    "does not take a page with status %i for the org's response",
    async (status) => {
      const page = () => new Response("<!doctype html><title>Not found</title>", { status });
      expect(await callOrg(page)).toEqual({ kind: "unreadable" });
    },
  );

  test("reports a network error, and throws when aborted", async () => {
    const fail = () => {
      throw new TypeError("Failed to fetch");
    };
    expect(await callOrg(fail)).toEqual({ kind: "unreachable" });
    await expect(callOrg(fail, AbortSignal.abort())).rejects.toThrow();
  });
});
