import * as v from "valibot";
import { createRandomId } from "../../random-id.ts";
import { defaultLifetimes } from "../lifetimes.ts";
import type { Ports } from "../ports.ts";

const stateSchema = v.object({
  kind: v.literal("state token"),
  userId: v.string(),
  relayState: v.exactOptional(v.string()),
  expiresAt: v.number(),
});
const sessionSchema = v.object({
  kind: v.literal("session token"),
  userId: v.string(),
  hasSecondFactor: v.boolean(),
});

/** A sign-in whose password was verified, and whose second factor is still missing. */
export type StartedSignIn = Omit<v.InferOutput<typeof stateSchema>, "kind">;

type CompleteSignIn = Omit<v.InferOutput<typeof sessionSchema>, "kind">;

type TokenPorts = Pick<Ports, "transactions" | "clock">;

const lifetimeMs = defaultLifetimes.signInTokenSeconds * 1000;

export async function saveStartedSignIn(
  ports: TokenPorts,
  signIn: Omit<StartedSignIn, "expiresAt">,
): Promise<{ readonly stateToken: string; readonly signIn: StartedSignIn }> {
  const started = { ...signIn, expiresAt: ports.clock() + lifetimeMs };
  const stateToken = createRandomId();
  const record = { kind: "state token", ...started };
  await ports.transactions.set(stateToken, record, started.expiresAt);
  return { stateToken, signIn: started };
}

export async function loadStartedSignIn(
  { transactions }: TokenPorts,
  stateToken: string,
): Promise<StartedSignIn | undefined> {
  const record = v.safeParse(stateSchema, await transactions.get(stateToken));
  return record.success ? record.output : undefined;
}

export async function endStartedSignIn(
  { transactions }: TokenPorts,
  stateToken: string,
): Promise<void> {
  await transactions.delete(stateToken);
}

export async function saveCompleteSignIn(
  { transactions, clock }: TokenPorts,
  signIn: CompleteSignIn,
): Promise<{ readonly sessionToken: string; readonly expiresAt: number }> {
  const sessionToken = createRandomId();
  const expiresAt = clock() + lifetimeMs;
  await transactions.set(sessionToken, { kind: "session token", ...signIn }, expiresAt);
  return { sessionToken, expiresAt };
}

/** Of several concurrent requests, only one gets the sign-in. @see Okta: Authentication API, "Session token" */
export function redeemSessionToken(
  { transactions, clock }: TokenPorts,
  sessionToken: string,
): Promise<CompleteSignIn | undefined> {
  return transactions.exchange(sessionToken, (value) => {
    const record = v.safeParse(sessionSchema, value);
    if (!record.success) return { result: undefined };
    return { replacement: { value: null, expiresAt: clock() }, result: record.output };
  });
}
