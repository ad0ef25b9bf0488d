import * as v from "valibot";
import type { Application } from "../model/application.ts";
import type { Org } from "../org.ts";
import { createRandomId } from "../random-id.ts";
import { grantSchema } from "./grant.ts";

const refreshTokenSchema = v.object({
  grant: grantSchema,
  /** Milliseconds since the epoch; null for as long as it is used. */
  endsAt: v.nullable(v.number()),
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
  return await keep(org, createRandomId(), { grant, endsAt }, lifetimes);
}

/** @returns undefined where it is unknown, too old, or was unused for too long. */
export async function readRefreshToken(
  { refreshTokens }: Org,
  token: string,
): Promise<RefreshToken | undefined> {
  const record = v.safeParse(refreshTokenSchema, await refreshTokens.get(token));
  return record.success ? record.output : undefined;
}

/**
 * The refresh token to go on with: the same, as good as new, or where the app is set so another in its place.
 *
 * @see Okta: Applications API, `refresh_token.rotation_type` and `leeway`; RFC 9700 §4.14.2
 */
export async function renewRefreshToken(
  org: Org,
  token: string,
  record: RefreshToken,
  lifetimes: RefreshTokenLifetimes,
  { settings }: Application,
): Promise<string> {
  const rotation = settings.oauthClient.refresh_token;
  if (rotation?.rotation_type !== "ROTATE") return await keep(org, token, record, lifetimes);

  await org.refreshTokens.set(token, record, org.clock() + rotation.leeway * 1000);
  return await keep(org, createRandomId(), record, lifetimes);
}

async function keep(
  { refreshTokens, clock }: Org,
  token: string,
  record: RefreshToken,
  { refreshTokenIdle }: RefreshTokenLifetimes,
): Promise<string> {
  const idleAt = clock() + refreshTokenIdle * 1000;
  await refreshTokens.set(token, record, Math.min(idleAt, record.endsAt ?? idleAt));
  return token;
}
