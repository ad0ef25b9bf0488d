import type { Context } from "hono";
import { routePath } from "hono/route";
import * as v from "valibot";
import type { Configuration } from "../../model/configuration.ts";
import { tokenOwner } from "../../model/token-owner.ts";
import type { Party } from "../state/log-event.ts";
import type { Org } from "../state/org.ts";
import { describeUser } from "./parties.ts";
import { listPathTargets, type PathTarget } from "./path-targets.ts";
import { record } from "./record.ts";

export type EventType = readonly [eventType: string, displayMessage: string];

const apiPath = "/api/v1";
const createdSchema = v.object({ id: v.string() });

type Call = { readonly c: Context; readonly org: Org; readonly configuration: Configuration };

export async function logChange(
  { c, org, configuration: before }: Call,
  response: Response,
  event: EventType,
  pathTargets: readonly PathTarget[],
): Promise<void> {
  const after = await org.loadConfiguration();
  if (after === before || !response.ok) return;

  const path = c.req.path
    .slice(`${org.basePath}${apiPath}`.length)
    .replace(/^\/internal/, "")
    // `rules` is not a group's ID.
    .replace(/^\/groups\/rules/, "/groupRules");
  const creates = routePath(c).endsWith("s") && c.req.method === "POST";
  const created = creates ? await parseCreatedId(response) : undefined;
  const targets = listPathTargets(path, created, [after, before], pathTargets);
  const [eventType, displayMessage] = isOnlyDeactivated(event, targets, after.users)
    ? ["user.lifecycle.deactivate", "Deactivate Okta user"]
    : event;
  record(c, org, {
    eventType,
    displayMessage,
    actor: describeUser(tokenOwner),
    targets,
    reason: undefined,
  });
}

async function parseCreatedId(response: Response): Promise<string | undefined> {
  const body = v.safeParse(createdSchema, await response.clone().json());
  return body.success ? body.output.id : undefined;
}

/** The first of the two calls that delete a user only deactivates them. @see Okta: Users API, "Delete a user" */
function isOnlyDeactivated(
  [eventType]: EventType,
  [user]: readonly Party[],
  users: readonly { readonly id: string }[],
): boolean {
  return eventType === "user.lifecycle.delete.initiated" && users.some(({ id }) => id === user?.id);
}
