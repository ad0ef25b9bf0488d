import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

const listPaths = async (folder: string) =>
  (await readdir(join(root, folder), { recursive: true })).map((path) =>
    join(folder, path).replaceAll("\\", "/"),
  );
const paths = (await Promise.all(["src", "e2e"].map(listPaths))).flat();

/** A document may leave out the folders that its text has named. */
test.each(["README.md", "CONTRIBUTING.md", "SECURITY.md", "src/demo-org/README.md"])(
  "each file and folder of the sources that %s names exists",
  async (document) => {
    const text = await readFile(join(root, document), "utf8");
    const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, name = ""]) => name);
    const missing = named.filter(
      (name) =>
        (/^(?:src|e2e)\//.test(name) || /^[\w/-]+(?:\.[\w-]+)*\.tsx?$/.test(name)) &&
        !paths.some((path) => path === name || path.endsWith(`/${name}`)),
    );
    expect(missing).toEqual([]);
  },
);
