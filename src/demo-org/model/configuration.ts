import * as v from "valibot";
import type { Store } from "../store.ts";
import { applicationSchema } from "./application.ts";
import { customServerSchema } from "./custom-server.ts";
import { groupSchema, membershipSchema } from "./group.ts";
import { userSchema } from "./user.ts";

/** All that an admin of the org sets up, as plain data. */
export const configurationSchema = v.object({
  orgId: v.string(),
  users: v.array(userSchema),
  groups: v.array(groupSchema),
  memberships: v.array(membershipSchema),
  applications: v.array(applicationSchema),
  customServers: v.array(customServerSchema),
  /**
   * What the org server's code flow gives: fat ID tokens today, thin ones in orgs as they were before 2025.
   *
   * @see Okta: Customize tokens returned from Okta with a Groups claim (fat); Okta: API Access Management (thin)
   */
  codeFlowIdToken: v.optional(v.picklist(["fat", "thin"]), "fat"),
});

export type Configuration = v.InferOutput<typeof configurationSchema>;

const key = "configuration";

/**
 * The org's configuration: what the store holds, or the seed while nobody has changed anything.
 *
 * The seed is not written down, so that an org that was never changed follows the next release. What an older release
 * wrote in another shape counts as nothing.
 */
export async function readConfiguration(store: Store, seed: Configuration): Promise<Configuration> {
  const stored = v.safeParse(configurationSchema, await store.get(key));
  return stored.success ? stored.output : seed;
}

/** Keeps a changed configuration, from the next request on. */
export async function writeConfiguration(
  store: Store,
  configuration: Configuration,
): Promise<void> {
  await store.set(key, configuration);
}
