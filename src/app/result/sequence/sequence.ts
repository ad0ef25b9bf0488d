import type { Checks } from "../../../oidc/trust.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import type { TokenSource } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import type { DetailsName } from "../details/details-ids.ts";
import { describeSegments, type Weighed } from "../slots/WeightStrip.tsx";

export type SequenceInput = {
  run: Run;
  checks: Checks;
  userInfo: Pick<UserInfoCall, "status" | "failure" | "decision">;
  leftOut: readonly LeftOutClaim[] | undefined;
};

export type ParticipantId =
  | "browser"
  | "authorization-server"
  | "unknown-sender"
  | "token-endpoint"
  | "userinfo";

export type Participant = {
  id: ParticipantId;
  name: string;
  details: readonly string[];
};

export type Payload = {
  name: string;
  tag?: string;
  weight?: Weighed;
  target: DetailsName;
  source?: TokenSource;
};

type Shared = {
  kind: string;
  /** The participant that the browser sends to or receives from, or the participant of a note. */
  at: ParticipantId;
  target?: DetailsName | undefined;
};

export type SequenceMessage = Shared & {
  kind: "message";
  isToBrowser: boolean;
  title: string;
  details: readonly string[];
  /** `unsure`: the page can't tell whether the message was sent. */
  look: "plain" | "failed" | "unsure";
  payloads: readonly Payload[];
};

type SequenceNote = Shared & { kind: "note"; text: string; look: "plain" | "failed" };

export type SequenceEvent = SequenceMessage | SequenceNote;

export type Sequence = {
  /** The browser comes first. Contains only participants that the run needs. */
  participants: readonly Participant[];
  events: readonly SequenceEvent[];
};

/** Returns builders for the events between the browser and a participant. All events link to the same details. */
export function eventsAt(at: ParticipantId, target?: DetailsName) {
  const buildMessage =
    (isToBrowser: boolean) =>
    (title: string, rest: Partial<SequenceMessage> = {}): SequenceMessage => ({
      kind: "message",
      at,
      isToBrowser,
      title,
      target,
      details: [],
      look: "plain",
      payloads: [],
      ...rest,
    });
  return {
    send: buildMessage(false),
    receive: buildMessage(true),
    note: (text: string, look: SequenceNote["look"] = "plain"): SequenceNote => ({
      kind: "note",
      at,
      text,
      look,
      target,
    }),
  };
}

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
