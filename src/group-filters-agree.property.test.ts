import fc from "fast-check";
import { expect, test } from "vitest";
import type { Group } from "./demo-org/model/group.ts";
import { filterGroups } from "./demo-org/rules/claims/group-filter.ts";
import { matchGroups } from "./okta/group-filter.ts";

const name = fc.string({ unit: fc.constantFrom(..."abAB1 .*İß-"), minLength: 1, maxLength: 6 });
const value = fc.oneof(
  name,
  fc.string({ unit: fc.constantFrom(..."abA.*+?()[]{}|^$\\/1,"), maxLength: 10 }),
  fc.string({ maxLength: 10 }),
);
const filter = fc.record({
  type: fc.constantFrom("STARTS_WITH", "EQUALS", "CONTAINS", "REGEX"),
  value,
});
const groups = fc.array(fc.record({ name, isImported: fc.boolean() }), { maxLength: 8 });

const date = "2026-01-01T00:00:00.000Z";
const toOrgGroup = (group: { name: string; isImported: boolean }, index: number): Group => ({
  id: `00g${index}`,
  type: group.isImported ? "APP_GROUP" : "OKTA_GROUP",
  profile: { name: group.name, description: null },
  created: date,
  lastUpdated: date,
  lastMembershipUpdated: date,
});

test("the page and the org find the same groups for any filter, unless the page says that it is not certain", () => {
  fc.assert(
    fc.property(filter, groups, (oneFilter, all) => {
      const predicted = matchGroups(oneFilter, all);
      const own = all.filter(({ isImported }) => !isImported).map((it) => it.name);
      for (const matching of predicted.matching) expect(own).toContain(matching);
      const decided = filterGroups(all.map(toOrgGroup), oneFilter.type, oneFilter.value, "code");
      if (predicted.isCertain && decided.kind === "names" && !predicted.problem)
        expect(decided.names).toEqual(predicted.matching);
      if (predicted.problem) expect(decided.kind).not.toBe("names");
    }),
  );
});
