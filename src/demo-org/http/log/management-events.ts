import * as v from "valibot";
import { tokenOwner } from "../../model/token-owner.ts";
import type {
  EventType,
  ManagementRequest,
  ManagementRoute,
  Target,
} from "../management/management-request.ts";
import type { Party } from "../state/event-log.ts";
import { describeUser } from "./parties.ts";
import { record } from "./record.ts";

/** Logs a call's event if the call has changed the configuration. */
export async function logChange(
  { c, org, configuration: before, param }: ManagementRequest,
  response: Response,
  [, path, , event]: ManagementRoute,
  { targets, createdParameter }: Described,
): Promise<void> {
  const after = await org.loadConfiguration();
  if (!event || after === before || !response.ok) return;

  const ids = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [name, param(name)] as const);
  if (createdParameter !== undefined) ids.push([createdParameter, await parseCreatedId(response)]);
  // The last one first: the user, then the group. A deleted object is only in the older configuration.
  const parties = ids.reverse().flatMap(([name, id]) => {
    const target = targets.find(({ parameter }) => parameter === name);
    if (!target) return [];
    const found = target.find(after, id) ?? target.find(before, id);
    return found ?? { id, type: target.type, alternateId: null, displayName: null };
  });
  const [eventType, displayMessage] = isOnlyDeactivated(event, parties, after.users)
    ? ["user.lifecycle.deactivate", "Deactivate Okta user"]
    : event;
  record(c, org, {
    eventType,
    displayMessage,
    actor: describeUser(tokenOwner),
    targets: parties,
  });
}

type Described = {
  readonly targets: readonly Target[];
  /** The parameter that names what the call creates. */
  readonly createdParameter: string | undefined;
};

const createdSchema = v.object({ id: v.string() });

async function parseCreatedId(response: Response): Promise<string> {
  return v.parse(createdSchema, await response.clone().json()).id;
}

/** The first of the two calls that delete a user only deactivates them. @see Okta: Users API, "Delete a user" */
function isOnlyDeactivated(
  [eventType]: EventType,
  [user]: readonly Party[],
  users: readonly { readonly id: string }[],
): boolean {
  return eventType === "user.lifecycle.delete.initiated" && users.some(({ id }) => id === user?.id);
}
