import type { Checks } from "../../../oidc/trust.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import type { TokenSource } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import type { DetailsName } from "../details/details-ids.ts";
import type { Weighed } from "../slots/WeightStrip.tsx";

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

export type SequenceMessage = {
  kind: "message";
  from: ParticipantId;
  to: ParticipantId;
  title: string;
  details: readonly string[];
  /** `unsure`: the page can't tell whether it arrived. */
  look: "plain" | "failed" | "unsure";
  payloads: readonly Payload[];
  target?: DetailsName;
};

export type SequenceNote = {
  kind: "note";
  at: ParticipantId;
  text: string;
  look: "plain" | "failed";
  target?: DetailsName;
};

export type SequenceEvent = SequenceMessage | SequenceNote;

export type Sequence = {
  /** The browser first. Only those that the run is about. */
  participants: readonly Participant[];
  events: readonly SequenceEvent[];
};

export function buildMessage(
  from: ParticipantId,
  to: ParticipantId,
  title: string,
  rest: Partial<SequenceMessage> = {},
): SequenceMessage {
  return { kind: "message", from, to, title, details: [], look: "plain", payloads: [], ...rest };
}

export function buildNote(
  at: ParticipantId,
  text: string,
  look: SequenceNote["look"] = "plain",
  target?: DetailsName,
): SequenceNote {
  return { kind: "note", at, text, look, ...(target && { target }) };
}
