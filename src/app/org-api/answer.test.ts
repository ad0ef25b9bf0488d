import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Answer, fetchAnswer, joinAnswers } from "./answer.ts";
import type { ApiOutcome } from "./api-call.ts";

const numbers = v.array(v.number());

/** Reads a list from an org with these responses, by path. */
function listFrom(answers: Readonly<Record<string, ApiOutcome>>) {
  const api = async ({ path }: { readonly path: string }) =>
    answers[path] ?? ({ kind: "unreachable" } as const);
  return fetchAnswer(api, { method: "GET", path: "/first" }, numbers);
}

describe(fetchAnswer, () => {
  test("reads all pages of a list", async () => {
    const next = { method: "GET", path: "/second" } as const;
    const answer = await listFrom({
      "/first": { kind: "answered", body: [1, 2], next },
      "/second": { kind: "answered", body: [3] },
    });
    expect(answer).toEqual({ status: "loaded", value: [1, 2, 3] });
  });

  test("fails if a page of a list fails", async () => {
    const next = { method: "GET", path: "/second" } as const;
    const answer = await listFrom({ "/first": { kind: "answered", body: [1, 2], next } });
    expect(answer).toEqual({ status: "failed", failure: { kind: "unreachable" } });
  });

  test.each([["one"], { list: [1] }, undefined])("rejects %j", async (body) => {
    const answer = await listFrom({ "/first": { kind: "answered", body } });
    expect(answer).toEqual({ status: "failed", failure: { kind: "unreadable" } });
  });
});

describe(joinAnswers, () => {
  const loading: Answer<number> = { status: "loading" };
  const failed: Answer<number> = { status: "failed", failure: { kind: "unreachable" } };
  const loaded = (value: number): Answer<number> => ({ status: "loaded", value });

  test("is loaded when both are loaded, and failed when one failed", () => {
    expect(joinAnswers(loaded(1), loaded(2))).toEqual({ status: "loaded", value: [1, 2] });
    expect(joinAnswers(loaded(1), loading)).toEqual(loading);
    expect(joinAnswers(loaded(1), failed)).toEqual(failed);
    expect(joinAnswers(failed, loading)).toEqual(failed);
    expect(joinAnswers(loading, failed)).toEqual(failed);
  });
});
