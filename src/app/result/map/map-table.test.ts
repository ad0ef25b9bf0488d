import { describe, expect, test } from "vitest";
import { buildMapTable } from "./map-table.ts";
import {
  buildMapRow,
  buildSeen,
  buildTestDigest,
  clientId,
  orgUrl,
  predictCell,
  userId,
} from "./test-map.ts";

const user = { orgUrl, clientId, userId };
const run = { id: "run-1", number: 1 };
const build = (
  row: Parameters<typeof buildMapRow>[0] = {},
  digests: Parameters<typeof buildMapTable>[1] = [],
  runs = [run],
) => {
  const [built] = buildMapTable([buildMapRow(row)], digests, user, runs);
  if (!built) throw new Error("no row");
  return built;
};

describe(buildMapTable, () => {
  test("shows a prediction until the response is seen", () => {
    const { cells, isLeft } = build();
    expect(cells.idToken).toMatchObject({
      evidence: "predicted",
      groups: "yes",
      text: "groups expected",
    });
    expect(cells.accessToken).toMatchObject({ groups: "not-requested", text: "not requested" });
    expect(cells.userInfo.text).toBe("–");
    expect(isLeft).toBe(true);
  });

  test("shows what was seen, and the run", () => {
    const { cells, isLeft } = build({}, [buildTestDigest()]);
    expect(cells.idToken).toMatchObject({
      evidence: "seen",
      groups: "yes",
      text: "2 groups",
      weight: "fat",
      run,
    });
    expect(cells.idToken.predicted).toBeUndefined();
    expect(isLeft).toBe(false);
  });

  test("has no link to a run that is no longer in the list", () => {
    expect(build({}, [buildTestDigest()], []).cells.idToken.run).toBeUndefined();
  });

  test("names a claim that is not called groups, and counts the groups of each claim", () => {
    const claims = [
      { name: "GroupsClaim", count: 1 },
      { name: "groups", count: 1200 },
    ];
    const cells = { idToken: buildSeen({ kind: "claims", claims }) };
    const { idToken } = build({}, [buildTestDigest({ cells })]).cells;
    expect(idToken.text).toBe("1 group in GroupsClaim, 1,200 groups");
  });

  test("shows both the result and the prediction if they contradict each other", () => {
    const cells = { idToken: predictCell({ groups: "no" }) };
    const { idToken } = build({ cells }, [buildTestDigest()]).cells;
    expect(idToken).toMatchObject({ evidence: "seen", groups: "yes", predicted: "no groups", run });
  });

  test("shows the predicted weight if it was wrong", () => {
    const cells = { idToken: predictCell({ groups: "no", weight: "thin" }) };
    const { idToken } = build({ cells }, [buildTestDigest()]).cells;
    expect(idToken.predicted).toBe("no groups, thin");
  });

  test("shows a refusal", () => {
    const cells = { idToken: buildSeen({ kind: "refused", error: "access_denied" }) };
    const { idToken } = build({}, [buildTestDigest({ cells })]).cells;
    expect(idToken).toMatchObject({
      evidence: "seen",
      groups: "refused",
      text: "refused: access_denied",
    });
  });

  test("explains a contradiction with a changed set-up, and offers the request again", () => {
    const known = { isSetUpKnown: true, claims: [{ name: "groups", count: 2 }] };
    const then = buildMapRow({ cells: { idToken: predictCell(known) } });
    const digest = buildTestDigest({ predicted: then.cells });
    const now = { idToken: predictCell({ isSetUpKnown: true, groups: "no" }) };
    const { cells, isLeft } = build({ cells: now }, [digest]);
    expect(cells.idToken).toMatchObject({
      evidence: "seen",
      groups: "yes",
      predicted: "no groups",
      note: "The set-up has changed since.",
      run,
    });
    expect(isLeft).toBe(true);
    const same = build({ cells: then.cells }, [digest]);
    expect(same.cells.idToken.predicted).toBeUndefined();
    expect(same.isLeft).toBe(false);
  });

  test("shows no contradiction for a result that the changed set-up predicts", () => {
    const cells = { idToken: predictCell({ isSetUpKnown: true, groups: "no" }) };
    const digest = buildTestDigest({ predicted: buildMapRow({ cells }).cells });
    const claims = [{ name: "groups", count: 2 }];
    const now = { idToken: predictCell({ isSetUpKnown: true, claims }) };
    const { idToken } = build({ cells: now }, [digest]).cells;
    expect(idToken).toMatchObject({ evidence: "seen", groups: "yes" });
    expect(idToken.predicted).toBeUndefined();
  });

  test("doesn't count a UserInfo call as left if UserInfo can't be called", () => {
    const cells = { userInfo: predictCell() };
    const { userInfo } = build({ cells }, [buildTestDigest()]).cells;
    expect(userInfo.evidence).toBe("predicted");
    expect(build({ cells }, [buildTestDigest()]).isLeft).toBe(true);
    const failed = buildTestDigest({ userInfoProblem: "UserInfo can’t be reached." });
    expect(build({ cells }, [failed]).isLeft).toBe(false);
    expect(build({ cells }, [failed]).cells.userInfo.note).toBe("UserInfo can’t be reached.");
  });

  test("doesn't count a request as left if it would end on an error page", () => {
    expect(build({ unsent: "No such server." }).isLeft).toBe(false);
  });
});
