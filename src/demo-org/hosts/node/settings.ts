import { parseArgs } from "node:util";
import { isRedirectUri } from "../../rules/authorize/redirect-uris.ts";

/** The page's addresses under `npm start` and `npm run preview`. */
const pagesOfThisProject = ["http://localhost:5173/", "http://localhost:4173/"];

/** The settings from the environment and the command line, or what is wrong with them. */
export type Settings =
  | {
      readonly kind: "settings";
      readonly port: number;
      readonly redirectUris: readonly string[];
      /** "random" for a new one at each start; undefined for the default. */
      readonly apiToken: string | undefined;
      /** Path of an exported org to start from. */
      readonly seedFile: string | undefined;
    }
  | { readonly kind: "no_port"; readonly value: string }
  | { readonly kind: "no_redirect_uri"; readonly value: string }
  | { readonly kind: "no_api_token" }
  | { readonly kind: "unknown_arguments"; readonly value: string };

type Environment = {
  readonly PORT?: string | undefined;
  readonly REDIRECT_URIS?: string | undefined;
  readonly API_TOKEN?: string | undefined;
};

/**
 * Parses `PORT` (default 8080), `REDIRECT_URIS` (separated by spaces, added to those of this project's pages),
 * `API_TOKEN` and `--seed FILE`.
 *
 * @param parameters The command's arguments: `process.argv` without its first two.
 */
export function parseSettings(
  environment: Environment,
  parameters: readonly string[] = [],
): Settings {
  const port = environment.PORT?.trim() || "8080";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    return { kind: "no_port", value: port };

  const added = (environment.REDIRECT_URIS ?? "").split(/\s+/).filter((uri) => uri !== "");
  const wrong = added.find((uri) => !isRedirectUri(uri) || isSlip(uri));
  if (wrong !== undefined) return { kind: "no_redirect_uri", value: wrong };

  const apiToken = environment.API_TOKEN?.trim() || undefined;
  if (apiToken !== undefined && !/^[!-~]+$/.test(apiToken)) return { kind: "no_api_token" };

  const options = readOptions(parameters);
  if (!options) return { kind: "unknown_arguments", value: parameters.join(" ") };

  const redirectUris = [...new Set([...pagesOfThisProject, ...added])];
  return { kind: "settings", port: Number(port), redirectUris, apiToken, seedFile: options.seed };
}

/**
 * Whether a syntactically valid URI is probably a mistake: several URIs separated by commas, or a host and port without
 * a scheme (`localhost:3000` parses as scheme `localhost`).
 */
function isSlip(uri: string): boolean {
  return /,[a-z][\w.+-]*:\/\//i.test(uri) || /^[\w.-]+:\d/.test(uri);
}

/** undefined if there is an unknown option, or one without a value. */
function readOptions(parameters: readonly string[]): { readonly seed?: string } | undefined {
  try {
    const { values } = parseArgs({
      args: [...parameters],
      options: { seed: { type: "string" } },
    });
    return values.seed === "" ? undefined : { ...values };
  } catch {
    return undefined;
  }
}
