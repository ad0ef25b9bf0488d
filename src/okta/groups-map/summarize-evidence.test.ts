import { describe, expect, test } from "vitest";
import type { EvidenceByPlace, GroupsEvidence } from "../groups-evidence.ts";
import { summarizeEvidence } from "./summarize-evidence.ts";

const nothing = { state: "not_requested" } as const;
const build = (change: Partial<EvidenceByPlace>): EvidenceByPlace => ({
  "ID token": nothing,
  "Access token": nothing,
  UserInfo: nothing,
  ...change,
});
const present = (claim: string, ...groups: string[]): GroupsEvidence => ({
  state: "present",
  claims: [{ where: "ID token", claim, groups }],
});

describe(summarizeEvidence, () => {
  test("counts groups without keeping their names", () => {
    const evidence = build({ "ID token": present("groups", "Everyone", "Secret project") });
    const cells = summarizeEvidence(evidence, { weight: "fat" });
    expect(cells).toEqual({
      idToken: { kind: "claims", claims: [{ name: "groups", count: 2 }], weight: "fat" },
    });
    expect(JSON.stringify(cells)).not.toContain("Secret");
  });

  test.each<GroupsEvidence>([
    { state: "absent" },
    { state: "empty", claim: "groups", value: [] },
    { state: "text", claim: "groups", value: "IT" },
  ])("counts no groups in %o", (evidence) => {
    expect(summarizeEvidence(build({ UserInfo: evidence }), {})).toEqual({
      userInfo: { kind: "claims", claims: [] },
    });
  });

  test("marks an opaque access token and an unreadable ID token", () => {
    const evidence = build({
      "ID token": { state: "unreadable", because: "malformed" },
      "Access token": { state: "absent" },
    });
    expect(summarizeEvidence(evidence, { isOpaque: true })).toEqual({
      idToken: { kind: "unreadable" },
      accessToken: { kind: "claims", claims: [], isOpaque: true },
    });
  });

  test("keeps the error of the request and the error of UserInfo", () => {
    const refused = { state: "refused" } as const;
    const evidence = build({ "Access token": refused, UserInfo: refused });
    expect(
      summarizeEvidence(evidence, { error: "access_denied", userInfoError: "invalid_token" }),
    ).toEqual({
      accessToken: { kind: "refused", error: "access_denied" },
      userInfo: { kind: "refused", error: "invalid_token" },
    });
  });

  test("shortens a claim's name that would fill the storage", () => {
    const { idToken } = summarizeEvidence(
      build({ "ID token": present("g".repeat(9999), "IT") }),
      {},
    );
    expect(JSON.stringify(idToken).length).toBeLessThan(200);
  });
});
