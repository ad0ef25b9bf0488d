import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../seed/configuration.ts";
import type { Configuration } from "./configuration.ts";
import { listGroups } from "./directory.ts";

function change(configuration: Configuration): Configuration {
  const [, ...groups] = configuration.groups;
  const memberships = configuration.memberships.map(({ userId, groupIds }) => ({
    userId,
    groupIds: groupIds.toReversed(),
  }));
  return { ...configuration, groups, memberships };
}

describe(listGroups, () => {
  const userId = "00uixa271s6x7qt8I0h7";
  const nameThem = (configuration: Configuration) =>
    listGroups(configuration, userId).map(({ profile }) => profile.name);

  test("uses the given configuration, even after calls with another configuration", () => {
    const before = nameThem(seedConfiguration);
    const after = nameThem(change(seedConfiguration));
    expect(before[0]).toBe("Everyone");
    expect(after).toEqual(before.slice(1).toReversed());
    expect(nameThem(seedConfiguration)).toEqual(before);
  });

  test("finds groups quickly for many users with many groups", () => {
    const [group] = seedConfiguration.groups;
    if (!group) throw new Error("The seed has groups");
    const groups = Array.from({ length: 10_000 }, (_group, index) => ({
      ...group,
      id: `${index}`,
    }));
    const memberships = Array.from({ length: 5000 }, (_person, index) => ({
      userId: `${index}`,
      groupIds: [`${2 * index}`],
    }));
    const large = { ...seedConfiguration, groups, memberships };
    const found = memberships.map((it) => listGroups(large, it.userId)[0]?.id);
    expect(found).toEqual(memberships.map(({ groupIds }) => groupIds[0]));
  });

  test("returns no groups for a user without groups", () => {
    expect(listGroups(seedConfiguration, "__proto__")).toEqual([]);
  });
});
