import type { PredictedCell, PredictedCells } from "../../../okta/groups-map/map-cell.ts";
import type { Digest, SeenInDigest } from "./digests.ts";
import { buildRowId, type MapRow } from "./map-row.ts";

export const orgUrl = "https://dev-123.okta.com";
export const clientId = "0oaoiuhhch8VRtBnC0h7";
export const userId = "00uixa271s6x7qt8I0h7";
export const seenAtSeconds = 1_795_900_000;

export function predictCell(change: Partial<PredictedCell> = {}): PredictedCell {
  return { groups: "yes", because: "Because.", isSetUpKnown: false, ...change };
}

const notRequested = predictCell({ groups: "not-requested", because: "Needs an access token." });

/** Builds a row for tests. By default, the row requests an ID token from the org server. */
export function buildMapRow(
  parts: Partial<Omit<MapRow, "cells">> & { cells?: Partial<PredictedCells> } = {},
): MapRow {
  const { cells, ...rest } = parts;
  const row = {
    server: { kind: "org" },
    serverName: "Org",
    responseType: "id_token",
    scopes: ["openid", "groups"],
    ...rest,
  } as const;
  return {
    id: buildRowId(row.server, row.responseType),
    ...row,
    cells: { idToken: predictCell(), accessToken: notRequested, userInfo: notRequested, ...cells },
  };
}

export function buildSeen(cell: SeenInDigest["cell"], runId?: string): SeenInDigest {
  return { cell, receivedAtSeconds: seenAtSeconds, ...(runId !== undefined && { runId }) };
}

/** Builds a digest for tests, by default for the default request of `buildMapRow`. */
export function buildTestDigest(parts: Partial<Digest> = {}): Digest {
  return {
    orgUrl,
    clientId,
    userId,
    userName: "it.user@example.com",
    server: { kind: "org" },
    responseType: "id_token",
    scopes: ["openid", "groups"],
    receivedAtSeconds: seenAtSeconds,
    cells: {
      idToken: buildSeen(
        { kind: "claims", claims: [{ name: "groups", count: 2 }], weight: "fat" },
        "run-1",
      ),
    },
    ...parts,
  };
}
