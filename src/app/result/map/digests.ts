import * as v from "valibot";
import { responseTypes } from "../../../oidc/authorization-request.ts";
import {
  mapPlaces,
  type PredictedCell,
  type PredictedCells,
  type SeenCell,
} from "../../../okta/groups-map/map-cell.ts";
import { mapDigestsKey } from "../../map-storage-keys.ts";
import { authorizationServerSchema } from "../../pending-requests.ts";
import type { TabStorage } from "../../tab-storage.ts";
import { hasSameScopes, isSameServer } from "./map-row.ts";

const claimsSchema = v.pipe(
  v.array(v.object({ name: v.string(), count: v.number() })),
  v.readonly(),
);
const weightSchema = v.exactOptional(v.picklist(["fat", "thin"]));

const seenCellSchema = v.variant("kind", [
  v.object({
    kind: v.literal("claims"),
    claims: claimsSchema,
    weight: weightSchema,
    isOpaque: v.exactOptional(v.boolean()),
  }),
  v.object({ kind: v.literal("refused"), error: v.string() }),
  v.object({ kind: v.literal("unreadable") }),
]);

const predictedCellSchema = v.object({
  groups: v.picklist(["yes", "no", "depends", "refused", "not-requested"]),
  because: v.string(),
  isSetUpKnown: v.boolean(),
  weight: weightSchema,
  isOpaque: v.exactOptional(v.boolean()),
  claims: v.exactOptional(claimsSchema),
  error: v.exactOptional(v.string()),
});

export const predictedCellsSchema = v.object({
  idToken: predictedCellSchema,
  accessToken: predictedCellSchema,
  userInfo: predictedCellSchema,
});

const seenSchema = v.object({
  cell: seenCellSchema,
  receivedAtSeconds: v.number(),
  /** The run that shows it, unless the map alone requested it. */
  runId: v.exactOptional(v.string()),
});

const digestSchema = v.object({
  orgUrl: v.string(),
  clientId: v.string(),
  /** The Okta user ID. Missing where no token says who signed in. */
  userId: v.exactOptional(v.string()),
  /** The user's name, to be shown. */
  userName: v.exactOptional(v.string()),
  server: authorizationServerSchema,
  responseType: v.picklist(responseTypes),
  scopes: v.array(v.string()),
  receivedAtSeconds: v.number(),
  cells: v.object({
    idToken: v.exactOptional(seenSchema),
    accessToken: v.exactOptional(seenSchema),
    userInfo: v.exactOptional(seenSchema),
  }),
  /** Why UserInfo was not seen, although it was called. */
  userInfoProblem: v.exactOptional(v.string()),
  /** What was predicted with the set-up of that time, if that was known. */
  predicted: v.exactOptional(predictedCellsSchema),
});

/** What one request returned, in counts: never tokens, and never the names of groups. */
export type Digest = v.InferOutput<typeof digestSchema>;

export type SeenInDigest = { cell: SeenCell; receivedAtSeconds: number; runId?: string };

/** A digest belongs to the user and the scopes that it was seen with. */
type DigestKey = Pick<Digest, "orgUrl" | "clientId" | "server" | "responseType" | "scopes"> & {
  userId?: string | undefined;
};

const key = mapDigestsKey;
const version = 1;
/** Three users of four servers with three sets of scopes. */
const maxCount = 150;

const storedSchema = v.object({ version: v.literal(version), digests: v.array(digestSchema) });

/** Loads this tab's digests, oldest first. A stored value of another format yields none. */
export function loadDigests(storage: TabStorage): readonly Digest[] {
  const stored = v.safeParse(storedSchema, storage.load(key));
  return stored.success ? stored.output.digests : [];
}

export function saveDigests(storage: TabStorage, digests: readonly Digest[]): void {
  storage.save(key, { version, digests: digests.slice(-maxCount) });
}

export function findDigest(digests: readonly Digest[], wanted: DigestKey): Digest | undefined {
  return digests.findLast((digest) => isSameKey(digest, wanted));
}

/** Adds a digest as the newest. A place that it says nothing about keeps what was seen there before. */
export function addDigest(digests: readonly Digest[], digest: Digest): readonly Digest[] {
  const earlier = findDigest(digests, digest);
  if (earlier && earlier.receivedAtSeconds > digest.receivedAtSeconds) return digests;
  const others = digests.filter((it) => it !== earlier);
  return [...others, earlier ? merge(earlier, digest) : digest];
}

function merge(earlier: Digest, digest: Digest): Digest {
  const cells: Digest["cells"] = {};
  for (const place of mapPlaces) {
    const seen = mergeSeen(earlier.cells[place], digest.cells[place]);
    if (seen) cells[place] = seen;
  }
  return { ...digest, cells };
}

/** The same again keeps the link to the run that showed it first. */
function mergeSeen(earlier: SeenInDigest | undefined, seen: SeenInDigest | undefined) {
  if (!earlier || !seen || seen.runId !== undefined || earlier.runId === undefined) {
    return seen ?? earlier;
  }
  const isSame = JSON.stringify(earlier.cell) === JSON.stringify(seen.cell);
  return isSame ? { ...seen, runId: earlier.runId } : seen;
}

function isSameKey(digest: Digest, wanted: DigestKey): boolean {
  return (
    digest.orgUrl === wanted.orgUrl &&
    digest.clientId === wanted.clientId &&
    digest.userId === wanted.userId &&
    digest.responseType === wanted.responseType &&
    isSameServer(digest.server, wanted.server) &&
    hasSameScopes(digest.scopes, wanted.scopes)
  );
}

/**
 * Gives digests of responses without a user, such as refusals, to the user who turned out to be signed in.
 *
 * @param sinceSeconds Only digests that are not older: before, someone else may have been signed in.
 */
export function assignUser(
  digests: readonly Digest[],
  user: { orgUrl: string; clientId: string; userId: string; userName?: string | undefined },
  sinceSeconds: number,
): readonly Digest[] {
  const { orgUrl, clientId, userId, userName } = user;
  return digests.map((digest) =>
    digest.userId === undefined &&
    digest.orgUrl === orgUrl &&
    digest.clientId === clientId &&
    digest.receivedAtSeconds >= sinceSeconds
      ? { ...digest, userId, ...(userName !== undefined && { userName }) }
      : digest,
  );
}

/** A row's prediction as it may be stored: its reasons can name groups. */
export function toStoredCells({ idToken, accessToken, userInfo }: PredictedCells): PredictedCells {
  const strip = (cell: PredictedCell): PredictedCell =>
    cell.groups === "not-requested" ? cell : { ...cell, because: "" };
  return { idToken: strip(idToken), accessToken: strip(accessToken), userInfo: strip(userInfo) };
}

/** Kept only with a set-up, whose changes make a digest outdated. */
export function toStoredPrediction(cells: PredictedCells): Pick<Digest, "predicted"> {
  if (!cells.idToken.isSetUpKnown) return {};
  return { predicted: v.parse(predictedCellsSchema, toStoredCells(cells)) };
}

/** Errors that depend on who signed in. The others are about the request alone. */
const errorsAboutUser: ReadonlySet<string> = new Set(["access_denied", "server_error"]);

/** Gives a refusal that no user has caused to the user of the newest digest of the same app. */
export function adoptUser(digests: readonly Digest[], digest: Digest): Digest {
  const isAboutUser = mapPlaces.some((place) => {
    const cell = digest.cells[place]?.cell;
    return cell !== undefined && !(cell.kind === "refused" && !errorsAboutUser.has(cell.error));
  });
  if (digest.userId !== undefined || isAboutUser) return digest;
  const newest = digests.findLast(
    ({ orgUrl, clientId }) => orgUrl === digest.orgUrl && clientId === digest.clientId,
  );
  if (newest?.userId === undefined) return digest;
  const { userId, userName } = newest;
  return { ...digest, userId, ...(userName !== undefined && { userName }) };
}
