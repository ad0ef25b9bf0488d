import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import { describeSegments } from "../slots/WeightStrip.tsx";
import type { Participant, Payload, SequenceEvent, SequenceMessage } from "./sequence.ts";

/** "Browser to Authorization server: GET /oauth2/v1/authorize. response_type=id_token. scope=openid" */
export function describeEvent(event: SequenceEvent, participants: readonly Participant[]): string {
  if (event.kind === "note") return event.text;
  const doubt = event.look === "unsure" ? ["Perhaps not sent"] : [];
  const title = `${describeEnds(event, participants)}: ${event.title}`;
  return [title, ...doubt, ...event.details].join(". ");
}

export function describeEnds(
  { from, to }: SequenceMessage,
  participants: readonly Participant[],
): string {
  const find = (id: Participant["id"]) => participants.find((it) => it.id === id)?.name ?? id;
  return `${find(from)} to ${find(to)}`;
}

/** "ID token, thin: 15 claims, 0 groups claims, 11 left out" */
export function describePayload(payload: Payload, origins: ClaimOrigins | undefined): string {
  const label = labelPayload(payload);
  return payload.weight ? `${label}: ${describeSegments(payload.weight, origins)}` : label;
}

export function labelPayload({ name, tag }: Payload): string {
  return tag === undefined ? name : `${name}, ${tag}`;
}
