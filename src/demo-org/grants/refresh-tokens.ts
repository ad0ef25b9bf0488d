import * as v from "valibot";
import type { Application } from "../model/application.ts";
import type { Org } from "../org.ts";
import { createRandomId } from "../random-id.ts";
import { grantSchema } from "./grant.ts";

const refreshTokenSchema = v.object({
  grant: grantSchema,
  /** Milliseconds since the epoch; null for as long as it is used. */
  endsAt: v.nullable(v.number()),
  /** When it ends if nobody uses it until then, in the same; left out by older releases. */
  idleAt: v.exactOptional(v.number()),
  /** Until when it still works though another has taken its place, in the same; left out where none has. */
  replacedUntil: v.exactOptional(v.number()),
});

type RefreshToken = v.InferOutput<typeof refreshTokenSchema>;

/** In seconds: unused, and at most. */
type RefreshTokenLifetimes = {
  readonly refreshTokenIdle: number;
  readonly refreshToken: number | undefined;
};

/** What stands for a grant that outlives its access tokens. Okta's are 43 characters too, and say nothing. */
export async function createRefreshToken(
  org: Org,
  grant: RefreshToken["grant"],
  lifetimes: RefreshTokenLifetimes,
): Promise<string> {
  const lifetime = org.lifetimes().refreshTokenSeconds ?? lifetimes.refreshToken;
  const endsAt = lifetime === undefined ? null : org.clock() + lifetime * 1000;
  return await keep(org, { grant, endsAt }, lifetimes);
}

/** @returns undefined where it is unknown, too old, or was unused for too long. */
export async function readRefreshToken(
  { refreshTokens }: Org,
  token: string,
): Promise<RefreshToken | undefined> {
  return parseRefreshToken(await refreshTokens.get(token));
}

/** Whether another has taken its place, and it works no longer. */
export function isReplaced(
  { replacedUntil }: RefreshToken,
  { clock }: Pick<Org, "clock">,
): boolean {
  return replacedUntil !== undefined && replacedUntil <= clock();
}

/**
 * The refresh token to go on with: the same, as good as new, or where the app is set so another in its place.
 *
 * @returns undefined where another has taken its place already: whoever comes with it comes too late.
 * @see Okta: Applications API, `refresh_token.rotation_type` and `leeway`; RFC 9700 §4.14.2
 */
export async function renewRefreshToken(
  org: Org,
  token: string,
  lifetimes: RefreshTokenLifetimes,
  { settings }: Application,
): Promise<string | undefined> {
  const rotation = settings.oauthClient.refresh_token;
  const isRotated = rotation?.rotation_type === "ROTATE";
  const record = await org.refreshTokens.exchange(token, (value) => {
    const latest = parseRefreshToken(value);
    if (!latest || isReplaced(latest, org)) return { result: undefined };
    const { replacedUntil, ...fresh } = latest;
    const after = isRotated
      ? { ...fresh, replacedUntil: replacedUntil ?? org.clock() + rotation.leeway * 1000 }
      : latest;
    // One that was replaced is remembered for as long as the other may live unused, to be known again.
    const idleAt = findEnd(fresh, lifetimes, org);
    return { kept: { value: { ...after, idleAt }, expiresAt: idleAt }, result: fresh };
  });
  if (!record) return undefined;
  return isRotated ? await keep(org, record, lifetimes) : token;
}

function parseRefreshToken(value: unknown): RefreshToken | undefined {
  const record = v.safeParse(refreshTokenSchema, value);
  return record.success ? record.output : undefined;
}

async function keep(
  org: Org,
  record: RefreshToken,
  lifetimes: RefreshTokenLifetimes,
): Promise<string> {
  const token = createRandomId();
  const idleAt = findEnd(record, lifetimes, org);
  await org.refreshTokens.set(token, { ...record, idleAt }, idleAt);
  return token;
}

function findEnd(
  { endsAt }: RefreshToken,
  { refreshTokenIdle }: RefreshTokenLifetimes,
  { clock }: Org,
): number {
  const idleAt = clock() + refreshTokenIdle * 1000;
  return Math.min(idleAt, endsAt ?? idleAt);
}
