import { readFile } from "node:fs/promises";
import { createRouter } from "../../../http/demo-org.ts";
import { createOrg } from "../../../http/state/org.ts";
import { classicLanguage } from "../../../rules/claims/expression/classic-language.ts";
import type { ExpressionFunction } from "../../../rules/claims/expression/environment.ts";
import type { Missing } from "../../../rules/claims/expression/expression-error.ts";
import { identityEngineLanguage } from "../../../rules/claims/expression/identity-engine-language.ts";
import { seedConfiguration } from "../../../seed/configuration.ts";
import { createMemoryStore } from "../../../store.ts";

const baseUrl = "http://localhost:8080";
const org = createOrg({
  baseUrl,
  store: createMemoryStore(),
  redirectUris: [],
  sessionCarrier: "cookie",
  seed: seedConfiguration,
});
const router = createRouter(org);

export async function renderSupported(): Promise<string> {
  await org.controls.load();
  const template = await readFile(new URL("./template.md", import.meta.url), "utf8");
  return template
    .replace("{{endpoints}}", renderEndpoints())
    .replace("{{grants}}", await renderMetadata())
    .replace("{{languages}}", renderLanguages())
    .replace("{{missing expressions}}", table(["expression", "instead"], listMissing()));
}

const areas: readonly (readonly [heading: string, paths: RegExp])[] = [
  ["OAuth and OpenID Connect", /^\/(oauth2|\.well-known)\//],
  ["Sign-in and session", /^\/(login|api\/v1\/(authn|sessions))(\/|$)/],
  ["Management API", /^\/api\//],
  ["Test controls, which Okta doesn't have", /^\/(demo\/|health$)/],
  ["Pages", /^\//],
];

function renderEndpoints(): string {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of router.routes) {
    if (method === "ALL") continue;
    const name = path.replace(/:(\w+)/g, "{$1}");
    methods.set(name, (methods.get(name) ?? new Set()).add(method));
  }
  const sections = new Map(areas.map(([heading]) => [heading, [] as string[][]]));
  for (const [path, offered] of [...methods].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [heading = ""] = areas.find(([, paths]) => paths.test(path)) ?? [];
    sections.get(heading)?.push([code(path), [...offered].sort().join(", ")]);
  }
  return [...sections]
    .map(([heading, rows]) => `## ${heading}\n\n${table(["path", "methods"], rows)}`)
    .join("\n");
}

/** Reads the metadata documents, because they list only values that work. */
async function renderMetadata(): Promise<string> {
  const fields = [
    ["Grant types", "grant_types_supported"],
    ["Response types", "response_types_supported"],
    ["Response modes", "response_modes_supported"],
    ["Client authentication", "token_endpoint_auth_methods_supported"],
    ["PKCE methods", "code_challenge_methods_supported"],
  ] as const;
  const [orgServer, customServer] = await Promise.all(
    ["", "/oauth2/default"].map(async (server) => {
      const path = `${server}/.well-known/oauth-authorization-server`;
      return await (await router.fetch(new Request(baseUrl + path))).json();
    }),
  );
  const list = (values: readonly string[]) => values.map(code).join(", ");
  return table(
    ["", "org server", "custom servers"],
    fields.map(([name, field]) => [name, list(orgServer[field]), list(customServer[field])]),
  );
}

function renderLanguages(): string {
  return [
    ["### Classic", classicLanguage] as const,
    ["### Identity Engine", identityEngineLanguage] as const,
  ]
    .map(([heading, { roots, functions, methods }]) => {
      const lists = [
        ["Names", [...roots.keys()]],
        ["Functions", describeFunctions(functions)],
        ["Methods", describeFunctions(methods, ".")],
      ] as const;
      const lines = lists
        .filter(([, names]) => names.length > 0)
        .map(([title, names]) => `- ${title}: ${names.map(code).join(", ")}\n`);
      return `${heading}\n\n${lines.join("")}`;
    })
    .join("\n");
}

function describeFunctions(
  functions: ReadonlyMap<string, ExpressionFunction>,
  prefix = "",
): readonly string[] {
  return [...functions].map(
    ([name, { parameters }]) => `${prefix}${name}(${parameters.join(", ")})`,
  );
}

function listMissing(): readonly (readonly string[])[] {
  const missing = new Map<string, Set<string>>();
  const add = (names: ReadonlyMap<string, Missing>, prefix = "") => {
    for (const [name, { code: kind, advice }] of names)
      if (kind === "not_supported")
        missing.set(advice, (missing.get(advice) ?? new Set()).add(code(`${prefix}${name}`)));
  };
  for (const language of [classicLanguage, identityEngineLanguage]) {
    add(language.missingRoots);
    add(language.missingFunctions);
    add(language.missingMethods, ".");
  }
  return [...missing].map(([advice, names]) => [[...names].join(", "), advice]);
}

const code = (text: string) => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
