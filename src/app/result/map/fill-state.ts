import * as v from "valibot";
import { responseTypes } from "../../../oidc/authorization-request.ts";
import { mapFillKey } from "../../map-storage-keys.ts";
import { authorizationServerSchema } from "../../pending-requests.ts";
import type { TabStorage } from "../../tab-storage.ts";
import { predictedCellsSchema, toStoredCells } from "./digests.ts";
import type { MapQuestion } from "./map-question.ts";
import type { MapRow } from "./map-row.ts";

const rowSchema = v.object({
  id: v.string(),
  server: authorizationServerSchema,
  serverName: v.string(),
  responseType: v.picklist(responseTypes),
  scopes: v.array(v.string()),
  cells: predictedCellsSchema,
  origins: v.exactOptional(v.array(v.tuple([v.string(), v.picklist(["groups", "other"])]))),
  unsent: v.exactOptional(v.string()),
});

/** A `MapQuestion`. */
const questionSchema = v.object({
  org: v.picklist(["demo", "own"]),
  orgUrl: v.pipe(v.string(), v.url()),
  clientId: v.string(),
  redirectUri: v.string(),
  formServer: v.exactOptional(authorizationServerSchema),
  scopes: v.array(v.string()),
  sentScopes: v.array(v.object({ server: authorizationServerSchema, scopes: v.array(v.string()) })),
  login: v.exactOptional(v.string()),
});

const pauseSchema = v.variant("kind", [
  /** The org returns tokens only after the user has done something there. `error` as the org returned it, if it did. */
  v.object({ kind: v.literal("needs-user"), error: v.exactOptional(v.string()) }),
  /** Someone else is signed in than at the start. */
  v.object({ kind: v.literal("other-user") }),
  /** The page was opened again, and not by a response: after a reload, Back, or an error page of the org. */
  v.object({ kind: v.literal("interrupted") }),
  v.object({ kind: v.literal("not-sent"), message: v.string() }),
]);

const fillSchema = v.object({
  id: v.string(),
  question: questionSchema,
  /** The page's query at the start: the form's. */
  query: v.string(),
  startedAtSeconds: v.number(),
  /** Who is signed in, once a token has told it. */
  userId: v.exactOptional(v.string()),
  /** All rows of the map. */
  rows: v.array(rowSchema),
  /** IDs of the rows to request, in order. */
  queue: v.array(v.string()),
  /** How many of them are done. */
  position: v.number(),
  /** How often the current one was sent. */
  attempts: v.number(),
  status: v.picklist(["running", "paused", "stopped", "done"]),
  pause: v.exactOptional(pauseSchema),
  /** Responses that failed a check, or whose code could not be exchanged: nothing of them is in the map. */
  failedRowIds: v.array(v.string()),
});

/** A fill of the map: the requests that it sends one after the other, and how far it is. Holds no tokens. */
export type Fill = v.InferOutput<typeof fillSchema>;

export type StoredRow = v.InferOutput<typeof rowSchema>;

const key = mapFillKey;
const version = 1;
const storedSchema = v.object({ version: v.literal(version), fill: fillSchema });

export function loadFill(storage: TabStorage): Fill | undefined {
  const stored = v.safeParse(storedSchema, storage.load(key));
  return stored.success ? stored.output.fill : undefined;
}

export function saveFill(storage: TabStorage, fill: Fill): void {
  storage.save(key, { version, fill });
}

export function clearFill(storage: TabStorage): void {
  storage.remove(key);
}

export function toStoredQuestion(question: MapQuestion): Fill["question"] {
  const { formServer, login, ...rest } = question;
  return v.parse(questionSchema, {
    ...rest,
    ...(formServer && { formServer }),
    ...(login !== undefined && { login }),
  });
}

export function toMapQuestion({ formServer, login, ...rest }: Fill["question"]): MapQuestion {
  return { ...rest, formServer, login };
}

export function toStoredRow({ origins, ...row }: MapRow): StoredRow {
  const cells = toStoredCells(row.cells);
  return v.parse(rowSchema, { ...row, cells, ...(origins && { origins: [...origins] }) });
}

export function toMapRow({ origins, ...row }: StoredRow): MapRow {
  return { ...row, ...(origins && { origins: new Map(origins) }) };
}

/** The row that is requested now, or next. */
export function findCurrentRow({ rows, queue, position }: Fill): StoredRow | undefined {
  return rows.find(({ id }) => id === queue[position]);
}
