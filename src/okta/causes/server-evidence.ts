import type { Evidence } from "./cause.ts";
import type { Exclusion } from "./exclusion.ts";

export type Excluded<Kind extends Exclusion["kind"]> = {
  token: "ID token" | "access token";
  exclusion: Extract<Exclusion, { kind: Kind }>;
};

export function findExcluded<Kind extends Exclusion["kind"]>(
  { exclusions }: Evidence,
  kind: Kind,
): Excluded<Kind> | undefined {
  for (const place of ["ID token", "Access token"] as const) {
    const exclusion = exclusions[place];
    if (exclusion && isOfKind(exclusion, kind)) {
      return { token: place === "ID token" ? "ID token" : "access token", exclusion };
    }
  }
  return undefined;
}

function isOfKind<Kind extends Exclusion["kind"]>(
  exclusion: Exclusion,
  kind: Kind,
): exclusion is Extract<Exclusion, { kind: Kind }> {
  return exclusion.kind === kind;
}

/** A custom server's requested tokens were read, and none has groups. Its settings are not known. */
export function isCustomWithoutGroups({ run, places, found }: Evidence): boolean {
  const isFoundInToken = found.some(({ where }) => where !== "UserInfo");
  const isUnclear = Object.values(places).some(({ state }) =>
    ["unreadable", "empty", "text"].includes(state),
  );
  return run.server.kind === "custom" && !run.setUp && !isFoundInToken && !isUnclear;
}

export function isFoundIn(
  { found }: Evidence,
  place: "ID token" | "Access token" | "UserInfo",
): boolean {
  return found.some(({ where }) => where === place);
}
