import * as v from "valibot";
import type { Application } from "../../model/application.ts";
import { createRandomId } from "../../random-id.ts";
import type { TokenLifetimes } from "../lifetimes.ts";
import type { Ports } from "../ports.ts";
import { grantSchema } from "./grant.ts";

const refreshTokenSchema = v.object({
  grant: grantSchema,
  /** Absolute expiry in milliseconds since the epoch; null for unlimited. */
  endsAt: v.nullable(v.number()),
  /** Expiry of an unused token; missing in records of older releases. */
  idleAt: v.exactOptional(v.number()),
  /** End of the grace period after rotation; missing if the token was not rotated. */
  replacedUntil: v.exactOptional(v.number()),
});

type RefreshToken = v.InferOutput<typeof refreshTokenSchema>;

type RefreshTokenPorts = Pick<Ports, "refreshTokens" | "clock" | "lifetimes">;

type RefreshTokenLifetimes = Pick<TokenLifetimes, "refreshTokenIdle" | "refreshToken">;

export async function createRefreshToken(
  ports: RefreshTokenPorts,
  grant: RefreshToken["grant"],
  lifetimes: RefreshTokenLifetimes,
): Promise<string> {
  const lifetime = ports.lifetimes().refreshTokenSeconds ?? lifetimes.refreshToken;
  const endsAt = lifetime === undefined ? null : ports.clock() + lifetime * 1000;
  return await save(ports, { grant, endsAt }, lifetimes);
}

export async function loadRefreshToken(
  { refreshTokens }: RefreshTokenPorts,
  token: string,
): Promise<RefreshToken | undefined> {
  return parseRefreshToken(await refreshTokens.get(token));
}

export function isReplaced(
  { replacedUntil }: RefreshToken,
  { clock }: Pick<Ports, "clock">,
): boolean {
  return replacedUntil !== undefined && replacedUntil <= clock();
}

/**
 * @returns The same token, or a new token if the app rotates tokens; undefined if the token is unknown or was replaced.
 * @see Okta: Applications API, `rotation_type` and `leeway`; RFC 9700 §4.14.2
 */
export async function renewRefreshToken(
  ports: RefreshTokenPorts,
  token: string,
  lifetimes: RefreshTokenLifetimes,
  { settings }: Application,
): Promise<string | undefined> {
  const rotation = settings.oauthClient.refresh_token;
  const isRotated = rotation?.rotation_type === "ROTATE";
  const record = await ports.refreshTokens.exchange(token, (value) => {
    const latest = parseRefreshToken(value);
    if (!latest || isReplaced(latest, ports)) return { result: undefined };
    const { replacedUntil, ...fresh } = latest;
    const after = isRotated
      ? { ...fresh, replacedUntil: replacedUntil ?? ports.clock() + rotation.leeway * 1000 }
      : latest;
    // A rotated token is kept until its successor could expire, so that reuse is detected.
    const idleAt = findEnd(fresh, lifetimes, ports);
    return { replacement: { value: { ...after, idleAt }, expiresAt: idleAt }, result: fresh };
  });
  if (!record) return undefined;
  return isRotated ? await save(ports, record, lifetimes) : token;
}

function parseRefreshToken(value: unknown): RefreshToken | undefined {
  const record = v.safeParse(refreshTokenSchema, value);
  return record.success ? record.output : undefined;
}

async function save(
  ports: RefreshTokenPorts,
  record: RefreshToken,
  lifetimes: RefreshTokenLifetimes,
): Promise<string> {
  const token = createRandomId();
  const idleAt = findEnd(record, lifetimes, ports);
  await ports.refreshTokens.set(token, { ...record, idleAt }, idleAt);
  return token;
}

function findEnd(
  { endsAt }: RefreshToken,
  { refreshTokenIdle }: RefreshTokenLifetimes,
  { clock }: RefreshTokenPorts,
): number {
  const idleAt = clock() + refreshTokenIdle * 1000;
  return Math.min(idleAt, endsAt ?? idleAt);
}
