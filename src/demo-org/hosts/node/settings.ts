/** Where the page runs under `npm start` and `npm run preview`. */
const pagesOfThisProject = ["http://localhost:5173/", "http://localhost:4173/"];

/** What the environment asks for, or what is wrong with it. */
export type Settings =
  | { readonly kind: "settings"; readonly port: number; readonly redirectUris: readonly string[] }
  | { readonly kind: "no_port"; readonly value: string }
  | { readonly kind: "no_redirect_uri"; readonly value: string };

/**
 * Reads `PORT` (8080 if absent) and `REDIRECT_URIS` (space separated, added to the pages of this project).
 *
 * @see RFC 6749 §3.1.2 (a redirect URI is absolute and has no fragment)
 */
export function parseSettings(environment: {
  readonly PORT?: string | undefined;
  readonly REDIRECT_URIS?: string | undefined;
}): Settings {
  const port = environment.PORT?.trim() || "8080";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    return { kind: "no_port", value: port };

  const added = (environment.REDIRECT_URIS ?? "").split(/\s+/).filter((uri) => uri !== "");
  const wrong = added.find((uri) => !URL.canParse(uri) || uri.includes("#"));
  if (wrong !== undefined) return { kind: "no_redirect_uri", value: wrong };

  const redirectUris = [...new Set([...pagesOfThisProject, ...added])];
  return { kind: "settings", port: Number(port), redirectUris };
}
