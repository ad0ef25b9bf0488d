/** Prints figures and checks nothing: `npm run bench` for all, `npm run bench -- org` for one part. */
const parts = {
  page: async () => (await import("./page/page.ts")).printPage(),
  org: async () => (await import("./org/org.ts")).printOrg(),
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in parts));
if (unknown === undefined) {
  for (const [name, print] of Object.entries(parts))
    if (chosen.length === 0 || chosen.includes(name)) await print();
} else {
  console.error(
    `There is no benchmark "${unknown}". Choose from: ${Object.keys(parts).join(", ")}.`,
  );
  process.exitCode = 1;
}
