import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { ApiError, invalidSearch } from "../api-error.ts";
import { selectMatching } from "./select-matching.ts";

const items = [
  {
    id: "1",
    status: "ACTIVE",
    created: "2026-01-01T00:00:00.000Z",
    profile: { name: "IT", size: 3, isOpen: true, tags: ["core", "Night"] },
    not: "x",
  },
  {
    id: "2",
    status: "STAGED",
    created: "2026-02-01T00:00:00.000Z",
    profile: { name: "Midwest Sales", size: 12, isOpen: false, tags: [] },
    members: [{ id: "a" }, { id: "b" }],
  },
  {
    id: "3",
    status: "SUSPENDED",
    created: "2026-03-01T00:00:00.000Z",
    profile: { name: 'The "it" crowd \\', description: null },
  },
];

async function select(parameters: Record<string, string>): Promise<string> {
  const app = new Hono().get("/", async (c) => {
    const selected = await selectMatching(c, items, (item) => item);
    return c.text(selected.map(({ id }) => id).join(""));
  });
  app.onError((cause) => {
    throw cause;
  });
  return (await app.request(`/?${new URLSearchParams(parameters)}`)).text();
}

describe("a filter", () => {
  test.each([
    ['profile.name eq "IT"', "1"],
    ['profile.name eq "it"', ""],
    ['profile.name EQ "IT"', "1"],
    ['Profile.name eq "IT"', ""],
    ['profile.name ne "IT"', "23"],
    ['profile.name sw "Mid"', "2"],
    ['profile.name co "it"', "3"],
    ['profile.name ew "Sales"', "2"],
    ['profile.name eq "The \\"it\\" crowd \\\\"', "3"],
    ['profile.name eq "\\u0049T"', "1"],
    ["profile.description pr", ""],
    ["profile.tags pr", "1"],
    ["profile.isOpen pr", "12"],
    ["profile.isOpen eq true", "1"],
    ["profile.isOpen eq false", "2"],
    ["profile.description eq null", "3"],
    ["profile.size eq 3", "1"],
    ["profile.size gt 3", "2"],
    ["profile.size ge 3", "12"],
    ["profile.size lt 1.2e1", "1"],
    ['profile.size eq "3"', ""],
    ['profile.tags eq "core"', "1"],
    ['members.id eq "b"', "2"],
    ['created gt "2026-02-01T00:00:00.000Z"', "3"],
    ['created ge "2026-02-01T00:00:00Z"', "23"],
    ['created lt "2026-02-01T01:00:00+02:00"', "1"],
    ['created le "2026-02-01"', "12"],
    ['created eq "2026-02-01T00:00:00Z"', "2"],
    ['(status lt "STAGED" or status gt "STAGED")', "13"],
    ['status eq "STAGED" or status eq "ACTIVE" and id eq "2"', "2"],
    ['(status eq "STAGED" or status eq "ACTIVE") and id eq "1"', "1"],
    ['not (status eq "STAGED")', "13"],
    ['not status eq "STAGED" and not (id eq "1")', "3"],
    ['not eq "x"', "1"],
    ['  status   eq"STAGED"  ', "2"],
    ['nothing eq "x"', ""],
    ['nothing ne "x"', "123"],
    ["constructor pr or __proto__ pr or profile.toString pr or status.length gt 0", ""],
  ])("%s", async (filter, ids) => {
    expect(await select({ filter })).toBe(ids);
  });

  test("ignores case if it is the parameter `search`", async () => {
    expect(await select({ search: 'profile.name eq "it"' })).toBe("1");
    expect(await select({ search: 'created ge "2026-02-01t00:00:00z"' })).toBe("23");
  });

  test("is combined with a search, and without both, all objects match", async () => {
    expect(await select({ filter: "profile.isOpen pr", search: 'id ne "1"' })).toBe("2");
    expect(await select({})).toBe("123");
  });

  test.each([
    "status",
    "status eq",
    'status is "ACTIVE"',
    "status eq ACTIVE",
    "status eq 'ACTIVE'",
    'status eq "ACTIVE',
    'status eq "\\x"',
    'eq "ACTIVE"',
    'status eq "ACTIVE" id eq "1"',
    'status eq "ACTIVE" and',
    'and status eq "ACTIVE"',
    '(status eq "ACTIVE"',
    'status eq "ACTIVE")',
    "()",
    "not",
    'a..b eq "x"',
    'a. eq "x"',
    "a eq 1.",
    "a eq 01",
    'members[id eq "b"]',
    "status eq “ACTIVE”",
    " ",
    `${"(".repeat(5_000)}a pr${")".repeat(5_000)}`,
    `${"not ".repeat(2_000)}a pr`,
    `a eq "${"x".repeat(100_000)}"`,
  ])("is refused if it is invalid: %.40s", async (filter) => {
    await expect(select({ filter })).rejects.toThrow(invalidSearch());
  });

  test("can be long if it is not deeply nested", async () => {
    const filter = Array.from({ length: 1000 }, (_, index) => `id eq "${index}"`).join(" or ");

    expect(await select({ filter })).toBe("123");
  });

  // In quadratic time, this test would take minutes and time out.
  test("is refused quickly if it is a very long invalid name", async () => {
    await expect(select({ filter: `${"a.".repeat(200_000)} pr` })).rejects.toThrow(ApiError);
  });
});

describe("the result of a search", () => {
  const search = "id pr";
  test.each([
    [{ sortBy: "profile.name" }, "123"],
    [{ sortBy: "profile.name", sortOrder: "desc" }, "321"],
    [{ sortBy: "created", sortOrder: "DESC" }, "321"],
    [{ sortBy: "profile.tags" }, "123"],
    [{ sortBy: "not", sortOrder: "desc" }, "123"],
    [{ sortBy: "__proto__.x" }, "123"],
    [{ sortOrder: "desc" }, "123"],
  ])("is sorted by %j", async (order, ids) => {
    expect(await select({ search, ...order })).toBe(ids);
  });

  test("is sorted, and the result of a filter is not", async () => {
    expect(await select({ filter: search, sortBy: "created", sortOrder: "desc" })).toBe("123");
  });
});
