/** Prints figures, of both parts or of those named: `npm run bench`, `npm run bench -- org`. They assert nothing. */
const parts = {
  page: async () => (await import("./page/page.ts")).printPage(),
  org: async () => (await import("./org/org.ts")).printOrg(),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown === undefined) {
  for (const [name, print] of Object.entries(parts))
    if (asked.length === 0 || asked.includes(name)) await print();
} else {
  console.error(`There is no part "${unknown}": choose from ${Object.keys(parts).join(" and ")}.`);
  process.exitCode = 1;
}
