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
  { at, isToBrowser }: SequenceMessage,
  participants: readonly Participant[],
): string {
  const name = participants.find(({ id }) => id === at)?.name ?? at;
  return isToBrowser ? `${name} to Browser` : `Browser to ${name}`;
}

/** "ID token, thin: 15 claims, 0 groups claims, 11 left out" */
export function describePayload(payload: Payload, origins: ClaimOrigins | undefined): string {
  const label = labelPayload(payload);
  return payload.weight ? `${label}: ${describeSegments(payload.weight, origins)}` : label;
}

export function labelPayload({ name, tag }: Payload): string {
  return tag === undefined ? name : `${name}, ${tag}`;
}
