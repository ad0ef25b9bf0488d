import type { EvidenceByPlace, GroupsEvidence } from "../groups-evidence.ts";
import type { CountedClaim, MapPlace, SeenCell, SeenCells } from "./map-cell.ts";

const places: Record<MapPlace, keyof EvidenceByPlace> = {
  idToken: "ID token",
  accessToken: "Access token",
  userInfo: "UserInfo",
};

type Response = {
  error?: string | undefined;
  userInfoError?: string | undefined;
  weight?: "fat" | "thin" | undefined;
  isOpaque?: boolean | undefined;
};

/** Limits the names of claims, so that a token can't fill the storage. */
const maxNameLength = 60;
const maxClaims = 5;

/** Reduces the evidence of groups to counts, without tokens and without the names of groups. */
export function summarizeEvidence(evidence: EvidenceByPlace, response: Response): SeenCells {
  const cells: SeenCells = {};
  for (const place of ["idToken", "accessToken", "userInfo"] as const) {
    const cell = summarizePlace(place, evidence[places[place]], response);
    if (cell) cells[place] = cell;
  }
  return cells;
}

function summarizePlace(
  place: MapPlace,
  evidence: GroupsEvidence,
  { error, userInfoError, weight, isOpaque }: Response,
): SeenCell | undefined {
  switch (evidence.state) {
    case "not_requested":
      return undefined;
    case "unreadable":
      return { kind: "unreadable" };
    case "refused": {
      const code = place === "userInfo" ? userInfoError : error;
      return { kind: "refused", error: cut(code ?? "error") };
    }
    case "absent":
    case "empty":
    case "text":
    case "part":
    case "present":
      return {
        kind: "claims",
        claims: countGroups(evidence),
        ...(place === "idToken" && weight && { weight }),
        ...(place === "accessToken" && isOpaque && { isOpaque }),
      };
    default:
      return evidence satisfies never;
  }
}

function countGroups(evidence: GroupsEvidence): readonly CountedClaim[] {
  if (evidence.state !== "present" && evidence.state !== "part") return [];
  return evidence.claims
    .slice(0, maxClaims)
    .map(({ claim, groups }) => ({ name: cut(claim), count: groups.length }));
}

function cut(text: string): string {
  return text.length <= maxNameLength ? text : `${text.slice(0, maxNameLength)}…`;
}
