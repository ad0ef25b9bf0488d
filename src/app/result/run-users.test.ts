import { describe, expect, test } from "vitest";
import type { Run } from "../run.ts";
import { nameUsers } from "./run-users.ts";
import { buildRun, testClaims } from "./test-run.ts";

const { fat } = testClaims;
const joe = { ...fat, sub: "00ujoe", preferred_username: "joe.user@example.com" };
const { preferred_username: _, email: __, ...idOnly } = fat;

function nameAll(runs: readonly Run[]) {
  const names = nameUsers(runs);
  return runs.map(({ id }) => names.get(id));
}

const refused = (query: string) =>
  buildRun({ parameters: { error: "access_denied" }, request: { query }, number: 3 });

describe(nameUsers, () => {
  test("returns no names if all runs are the same user's", () => {
    expect(nameAll([buildRun({ idToken: fat }), buildRun({ idToken: idOnly, number: 2 })])).toEqual(
      [undefined, undefined],
    );
  });

  test("shortens the names if the users differ, and uses the request's user after an error", () => {
    const runs = [
      buildRun({ idToken: fat }),
      buildRun({ idToken: joe, number: 2 }),
      refused("?person=outside.user%40example.com"),
      buildRun({ idToken: idOnly, number: 4 }),
    ];
    expect(nameAll(runs)).toEqual(["it.user", "joe.user", "outside.user", "it.user"]);
  });

  test("includes the domain if only the domains differ", () => {
    const other = { ...joe, preferred_username: "it.user@other.example" };
    expect(nameAll([buildRun({ idToken: fat }), buildRun({ idToken: other, number: 2 })])).toEqual([
      "it.user@example.com",
      "it.user@other.example",
    ]);
  });

  test("returns no name for a token that fails a check, or for an error alone", () => {
    const forged = buildRun({ idToken: { ...joe, iss: "https://evil.example" }, number: 2 });
    expect(nameAll([buildRun({ idToken: fat }), forged, refused("")])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
