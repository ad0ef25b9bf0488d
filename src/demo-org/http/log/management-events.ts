import type { Context } from "hono";
import { routePath } from "hono/route";
import * as v from "valibot";
import type { Configuration } from "../../model/configuration.ts";
import { tokenOwner } from "../../model/token-owner.ts";
import type { Party } from "../state/log-event.ts";
import type { Org } from "../state/org.ts";
import { findEventType } from "./management-event-types.ts";
import { describeUser } from "./parties.ts";
import { listPathTargets } from "./path-targets.ts";
import { record } from "./record.ts";

const apiPath = "/api/v1";
const createdSchema = v.object({ id: v.string() });

/** A call to the Management API, with the configuration before it. */
type Call = { readonly c: Context; readonly org: Org; readonly configuration: Configuration };

/** Logs a change through the Management API. Logs nothing if the configuration is unchanged. */
export async function logChange(
  { c, org, configuration: before }: Call,
  answer: Response,
): Promise<void> {
  const after = await org.loadConfiguration();
  const route = routePath(c).slice(org.basePath.length);
  if (after === before || !answer.ok || !route.startsWith(apiPath)) return;
  const found = findEventType(c.req.method, route.slice(apiPath.length));
  if (!found) return;

  const path = c.req.path.slice(`${org.basePath}${apiPath}`.length).replace(/^\/internal/, "");
  const created = route.endsWith("s") && c.req.method === "POST" ? await readId(answer) : undefined;
  const targets = listPathTargets(path, created, [after, before]);
  const [eventType, displayMessage] = isOnlyDeactivated(found[0], targets, after.users)
    ? ["user.lifecycle.deactivate", "Deactivate Okta user"]
    : found;
  record(c, org, {
    eventType,
    displayMessage,
    actor: describeUser(tokenOwner),
    targets,
    reason: undefined,
  });
}

async function readId(answer: Response): Promise<string | undefined> {
  const body = v.safeParse(createdSchema, await answer.clone().json());
  return body.success ? body.output.id : undefined;
}

/** Okta deletes a user in two steps: the first call deactivates an active one. @see Okta: Users API, "Delete a user" */
function isOnlyDeactivated(
  eventType: string,
  [user]: readonly Party[],
  users: readonly { readonly id: string }[],
): boolean {
  return eventType === "user.lifecycle.delete.initiated" && users.some(({ id }) => id === user?.id);
}
