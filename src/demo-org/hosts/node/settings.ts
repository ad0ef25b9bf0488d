import { parseArgs } from "node:util";
import { noPort, StartError } from "./start-error.ts";

const pagesOfThisProject = ["http://localhost:5173/", "http://localhost:4173/"];

export type Settings = ReturnType<typeof parseSettings>;

type Environment = {
  readonly PORT?: string | undefined;
  readonly REDIRECT_URIS?: string | undefined;
  readonly API_TOKEN?: string | undefined;
};

const valueOptions = [
  "port",
  "host",
  "seed",
  "redirect-uri",
  "api-token",
  "issuer",
  "tls-key",
  "tls-cert",
] as const;
type ValueOption = (typeof valueOptions)[number];
const flags = ["json", "help"] as const;

/**
 * An argument overrides its environment variable. Redirect URIs from both are added to those of this project's pages.
 *
 * @throws {StartError} An argument or a variable is invalid.
 */
export function parseSettings(
  environment: Environment,
  parameters: readonly string[] = [],
  command = "npx okta-demo-org",
) {
  const { values, isSet } = parseParameters(parameters, `For all options: ${command} --help`);
  if (isSet.has("help")) return { kind: "help" } as const;

  const last = (option: ValueOption) => values.get(option)?.at(-1);
  const port = last("port") ?? (environment.PORT?.trim() || "8080");
  if (!/^\d{1,5}$/.test(port)) throw noPort(port);
  const key = last("tls-key");
  const cert = last("tls-cert");
  if ((key === undefined) !== (cert === undefined)) {
    const missing = key === undefined ? "key" : "certificate";
    throw new StartError(
      `TLS needs a key and a certificate, and the ${missing} is missing. Give both, as PEM files.`,
    );
  }

  const added = (environment.REDIRECT_URIS ?? "").split(/\s+/).filter((uri) => uri !== "");
  const uris = [...pagesOfThisProject, ...added, ...(values.get("redirect-uri") ?? [])];
  const apiToken = last("api-token") ?? (environment.API_TOKEN?.trim() || undefined);
  const host = last("host");
  const issuer = last("issuer");
  return {
    kind: "start" as const,
    options: {
      port: Number(port),
      redirectUris: [...new Set(uris)],
      ...(host !== undefined && { host }),
      ...(issuer !== undefined && { issuer }),
      ...(apiToken !== undefined && { apiToken }),
    },
    seedFile: last("seed"),
    tlsFiles: key !== undefined && cert !== undefined ? { key, cert } : undefined,
    isJson: isSet.has("json"),
  };
}

/** Uses `strict: false`, because the errors of Node's strict mode don't say what to do next. */
function parseParameters(parameters: readonly string[], seeHelp: string) {
  const unknownArgument = (argument: string) =>
    new StartError(`Unknown argument: ${argument}. ${seeHelp}`);
  const { tokens } = parseArgs({
    args: [...parameters],
    options: Object.fromEntries([
      ...valueOptions.map((name) => [name, { type: "string" as const }]),
      ...flags.map((name) => [name, { type: "boolean" as const }]),
    ]),
    strict: false,
    tokens: true,
  });
  const values = new Map<ValueOption, readonly string[]>();
  const isSet = new Set<(typeof flags)[number]>();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") throw unknownArgument(token.value);
    const { name, rawName, value, inlineValue } = token;
    const option = valueOptions.find((it) => `--${it}` === rawName);
    const flag = flags.find((it) => it === name);
    if (option !== undefined) {
      const isMissing = value === undefined || value === "";
      if (isMissing || (!inlineValue && value.startsWith("--")))
        throw new StartError(`${rawName} needs a value. ${seeHelp}`);
      values.set(option, [...(values.get(option) ?? []), value]);
    } else if (flag !== undefined && value === undefined) isSet.add(flag);
    else throw unknownArgument(rawName);
  }
  return { values, isSet };
}
