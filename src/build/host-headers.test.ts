import { describe, expect, test } from "vitest";
import {
  findHeaders,
  listHeaderRules,
  renderHeadersFile,
  renderNginxLocations,
} from "./host-headers.ts";
import { buildContentSecurityPolicy } from "./page-policy.ts";

const base = "/groups/";
const contentSecurityPolicy = buildContentSecurityPolicy();
const rules = listHeaderRules(contentSecurityPolicy, base, true);

describe(listHeaderRules, () => {
  test.each([
    base,
    `${base}index.html`,
    `${base}404.html`,
    `${base}demo-org-worker.js`,
    `${base}assets/a.js`,
    `${base}demo-org/oauth2/v1/authorize`,
  ])("%s can't be framed, keeps no opener, and sends no referrer", (path) => {
    expect(findHeaders(rules, path)).toMatchObject({
      "Content-Security-Policy": `${contentSecurityPolicy}; frame-ancestors 'none'`,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    });
  });

  test("only files with a hash in their name are cached without a check", () => {
    const cacheControl = (path: string) => findHeaders(rules, base + path)["Cache-Control"];
    expect(cacheControl("assets/a-1b2c.js")).toContain("immutable");
    for (const path of ["", "index.html", "demo-org-worker.js"])
      expect(cacheControl(path)).toBe("no-cache");
  });

  test("the worker may control the page's path, and other paths have no headers", () => {
    const headers = findHeaders(rules, `${base}demo-org-worker.js`);
    expect(headers["Service-Worker-Allowed"]).toBe(base);
    expect(findHeaders(rules, "/")).toEqual({});
  });

  test("no path gets a header from two rules, whose values hosts would join", () => {
    for (const { path } of rules) {
      const matching = rules.filter(
        (it) => it.path === path || path.startsWith(it.path.slice(0, -1)),
      );
      const names = matching.filter((it) => it.path.endsWith("*") || it.path === path);
      const all = names.flatMap(({ headers }) => Object.keys(headers));
      expect(all).toEqual([...new Set(all)]);
    }
  });
});

test("the policy allows no inline script, no frame, no other site's files, and one Trusted Types policy", () => {
  const directives = new Map(
    contentSecurityPolicy.split("; ").map((it) => {
      const [name = "", ...sources] = it.split(" ");
      return [name, sources.join(" ")];
    }),
  );
  expect(directives.get("default-src")).toBe("'none'");
  for (const name of ["script-src", "style-src", "img-src", "worker-src", "form-action"])
    expect(directives.get(name)).toBe("'self'");
  for (const name of ["frame-src", "child-src", "script-src-elem", "style-src-attr"])
    expect(directives.has(name)).toBe(false);
  expect(directives.get("base-uri")).toBe("'none'");
  expect(directives.get("require-trusted-types-for")).toBe("'script'");
  expect(directives.get("trusted-types")).toBe("demo-org-worker");
});

test("a page that is locked to orgs may connect to no other host", () => {
  const policy = buildContentSecurityPolicy({
    allowedOrgs: ["https://acme.okta.com", "https://login.acme.com"],
  });
  expect(policy).toContain("; connect-src 'self' https://acme.okta.com https://login.acme.com; ");
  expect(buildContentSecurityPolicy()).toContain("connect-src 'self' https: ");
});

test("a page without the demo org may have no worker, and no Trusted Types policy", () => {
  const policy = buildContentSecurityPolicy({ hasWorker: false });
  expect(policy).toContain("; worker-src 'none'; ");
  expect(policy).toMatch(/; trusted-types 'none'$/);
  const paths = listHeaderRules(policy, base, false).map(({ path }) => path);
  expect(paths).not.toContain(`${base}demo-org-worker.js`);
});

test("a header names the page's scripts, so that they load before the page is parsed", () => {
  const withScripts = listHeaderRules(contentSecurityPolicy, base, true, ["/groups/a.js", "b.js"]);
  for (const path of [base, `${base}index.html`])
    expect(findHeaders(withScripts, path)).toMatchObject({
      Link: "</groups/a.js>; rel=modulepreload; crossorigin, <b.js>; rel=modulepreload; crossorigin",
    });
  expect(findHeaders(withScripts, `${base}404.html`)).not.toHaveProperty("Link");
  expect(findHeaders(rules, base)).not.toHaveProperty("Link");
});

test("the _headers file has a block of indented headers for each path", () => {
  const file = renderHeadersFile(rules);
  expect(file).toMatch(/^\/groups\/\*\n {2}Content-Security-Policy: /);
  expect(file).toContain(
    "\n\n/groups/assets/*\n  Cache-Control: public, max-age=31536000, immutable",
  );
});

test("each nginx location has all of its headers, and a missing file is not cached forever", () => {
  const blocks = renderNginxLocations(rules, base).split("\n\n").slice(1);
  expect(blocks.length).toBeGreaterThan(rules.length);
  for (const block of blocks) {
    expect(block).toMatch(/^location /);
    expect(block).toContain(`; frame-ancestors 'none'" always;`);
    expect(block).toContain("error_page 404 /groups/404.html;");
  }
  expect(blocks.join("\n")).toMatch(/Cache-Control "[^"]*immutable";/);
});
