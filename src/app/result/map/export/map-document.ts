import { mapPlaces } from "../../../../okta/groups-map/map-cell.ts";
import type { MapCell, MapTableRow } from "../map-table.ts";

/** The map as text, for every format: what is on screen, and nothing else. */
export type MapDocument = {
  title: string;
  /** Org, user and scopes, a line each. */
  facts: readonly string[];
  columns: readonly string[];
  rows: readonly { cells: readonly string[]; places: readonly DocumentCell[] }[];
};

export type DocumentCell = Pick<MapCell, "evidence" | "groups"> & {
  text: string;
  isContradiction: boolean;
};

export function buildMapDocument(
  rows: readonly MapTableRow[],
  about: { orgUrl: string; userName: string | undefined; exportedAt: Date },
): MapDocument {
  const servers = new Map(rows.map(({ row }) => [row.serverName, row]));
  return {
    title: "Where groups go",
    facts: [
      `Org: ${about.orgUrl}`,
      ...(about.userName === undefined ? [] : [`User: ${about.userName}`]),
      ...[...servers].map(
        ([name, { scopes }]) => `Scopes at ${name}: ${scopes.join(" ") || "none"}`,
      ),
      `Exported: ${about.exportedAt.toISOString().slice(0, 16).replace("T", " ")} UTC`,
    ],
    columns: ["Server", "Request", "ID token", "Access token", "UserInfo"],
    rows: rows.map(({ row, request, cells }) => ({
      cells: [row.serverName, request],
      places: mapPlaces.map((place) => writeCell(cells[place])),
    })),
  };
}

function writeCell({ evidence, groups, text, weight, predicted, note }: MapCell): DocumentCell {
  const isRequested = groups !== "not-requested";
  const parts = [
    weight ? `${text}, ${weight}` : text,
    predicted === undefined ? undefined : `not as predicted: ${predicted}`,
    note,
  ].filter((it) => it !== undefined);
  const prefix = isRequested ? `${evidence}: ` : "";
  return {
    evidence,
    groups,
    text: prefix + parts.join("; "),
    isContradiction: predicted !== undefined,
  };
}
