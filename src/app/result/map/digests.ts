import * as v from "valibot";
import { responseTypes } from "../../../oidc/authorization-request.ts";
import { isSameSet } from "../../../oidc/is-same-set.ts";
import { atEachPlace, mapPlaces } from "../../../okta/groups-map/map-cell.ts";
import { authorizationServerSchema } from "../../pending-requests.ts";
import type { TabStorage } from "../../tab-storage.ts";
import {
  claimsSchema,
  isSameServer,
  predictedCellsSchema,
  scopesSchema,
  weightSchema,
  withoutReasons,
} from "./map-row.ts";

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

const seenSchema = v.object({
  cell: seenCellSchema,
  receivedAtSeconds: v.number(),
  runId: v.optional(v.string()),
});

const digestSchema = v.object({
  orgUrl: v.string(),
  clientId: v.string(),
  /** The Okta user ID. Missing if no token names the user. */
  userId: v.optional(v.string()),
  userName: v.optional(v.string()),
  server: authorizationServerSchema,
  responseType: v.picklist(responseTypes),
  scopes: scopesSchema,
  receivedAtSeconds: v.number(),
  cells: v.object(atEachPlace(() => v.optional(seenSchema))),
  userInfoProblem: v.optional(v.string()),
  predicted: v.optional(predictedCellsSchema),
});

/** Counts of what one request returned. Contains no tokens and no group names. */
export type Digest = v.InferOutput<typeof digestSchema>;

export type SeenInDigest = v.InferOutput<typeof seenSchema>;

type DigestKey = Pick<
  Digest,
  "orgUrl" | "clientId" | "userId" | "server" | "responseType" | "scopes"
>;

const key = "map-digests";
const version = 1;
/** Enough for four requests of three users to four servers with three sets of scopes. */
const maxCount = 150;

const storedSchema = v.object({ version: v.literal(version), digests: v.array(digestSchema) });

/** Loads this tab's digests, oldest first; none if the stored value has another format. */
export function loadDigests(storage: TabStorage): readonly Digest[] {
  const stored = v.safeParse(storedSchema, storage.load(key));
  return stored.success ? stored.output.digests : [];
}

export function saveDigests(storage: TabStorage, digests: readonly Digest[]): void {
  const stored = digests
    .slice(-maxCount)
    .map((it) => ({ ...it, predicted: it.predicted && withoutReasons(it.predicted) }));
  storage.save(key, { version, digests: stored });
}

export function findDigest(digests: readonly Digest[], wanted: DigestKey): Digest | undefined {
  return digests.findLast(
    (digest) =>
      digest.orgUrl === wanted.orgUrl &&
      digest.clientId === wanted.clientId &&
      digest.userId === wanted.userId &&
      digest.responseType === wanted.responseType &&
      isSameServer(digest.server, wanted.server) &&
      isSameSet(digest.scopes, wanted.scopes),
  );
}

/** Adds a digest as the newest. Places without a cell in the new digest keep the earlier cell. */
export function addDigest(digests: readonly Digest[], digest: Digest): readonly Digest[] {
  const earlier = findDigest(digests, digest);
  if (earlier && earlier.receivedAtSeconds > digest.receivedAtSeconds) return digests;
  const others = digests.filter((it) => it !== earlier);
  const cells = atEachPlace((place) => mergeSeen(earlier?.cells[place], digest.cells[place]));
  return [...others, { ...digest, cells }];
}

/** An equal cell keeps the link to the run that first had this cell. */
function mergeSeen(earlier: SeenInDigest | undefined, seen: SeenInDigest | undefined) {
  if (!earlier || !seen || seen.runId !== undefined || earlier.runId === undefined) {
    return seen ?? earlier;
  }
  const isSame = JSON.stringify(earlier.cell) === JSON.stringify(seen.cell);
  return isSame ? { ...seen, runId: earlier.runId } : seen;
}

/**
 * Assigns digests of responses without a user, such as refusals, to the user who turned out to be signed in.
 *
 * @param sinceSeconds Older digests stay as they are: someone else may have been signed in.
 */
export function assignUser(
  digests: readonly Digest[],
  user: Pick<Digest, "orgUrl" | "clientId" | "userId" | "userName">,
  sinceSeconds: number,
): readonly Digest[] {
  const { orgUrl, clientId, userId, userName } = user;
  return digests.map((digest) =>
    digest.userId === undefined &&
    digest.orgUrl === orgUrl &&
    digest.clientId === clientId &&
    digest.receivedAtSeconds >= sinceSeconds
      ? { ...digest, userId, userName }
      : digest,
  );
}

/** Errors that depend on who signed in. All others depend on the request alone. */
const errorsAboutUser: ReadonlySet<string> = new Set(["access_denied", "server_error"]);

/** Assigns a refusal that depends on the request alone to the user of the app's newest digest. */
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
  return { ...digest, userId: newest.userId, userName: newest.userName };
}
