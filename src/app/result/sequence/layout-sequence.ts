import { labelPayload } from "./describe-event.ts";
import type {
  ParticipantId,
  Payload,
  Sequence,
  SequenceEvent,
  SequenceMessage,
  SequenceNote,
} from "./sequence.ts";

/** `heading` is a title where there is little room. */
export type TextLook = "title" | "heading" | "body" | "small";

export type LayoutOptions = {
  /** In pixels. */
  width: number;
  /** The font size in pixels, which everything else is a multiple of. */
  em: number;
  measure: (text: string, look: TextLook) => number;
};

/** One line of text. `y` is its baseline. */
export type TextLine = { text: string; x: number; y: number; look: TextLook };

export type PlacedParticipant = {
  id: ParticipantId;
  x: number;
  anchor: "start" | "middle";
  lines: readonly TextLine[];
};

export type PlacedPayload = {
  payload: Payload;
  /** The name and its tag. `y` is the top of the box. */
  label: TextLine;
  box: Box;
  /** Where the weight strip starts, and how wide it may be. */
  strip: Box;
};

export type Box = { x: number; y: number; width: number; height: number };

export type PlacedMessage = {
  kind: "message";
  event: SequenceMessage;
  number: number;
  /** Of the text and the arrow. */
  box: Box;
  lines: readonly TextLine[];
  /** `radius` is that of the number at its start. */
  arrow: { fromX: number; toX: number; y: number; radius: number };
  payloads: readonly PlacedPayload[];
};

export type PlacedNote = {
  kind: "note";
  event: SequenceNote;
  box: Box;
  lines: readonly TextLine[];
};

type SequenceLayout = {
  height: number;
  participants: readonly PlacedParticipant[];
  /** Where the lifelines start. They end at the bottom. */
  lifelineTop: number;
  events: readonly (PlacedMessage | PlacedNote)[];
};

const lineHeight = 1.45;

/** Places a sequence diagram in a given width. All text is wrapped, so that nothing overlaps or overflows. */
export function layoutSequence(sequence: Sequence, options: LayoutOptions): SequenceLayout {
  const { em } = options;
  const participants = placeParticipants(sequence, options);
  const lifelineTop = Math.max(...participants.map(({ lines }) => lastY(lines))) + 0.6 * em;
  const context: Context = {
    ...options,
    findX: (id) => participants.find((it) => it.id === id)?.x ?? 0,
    textX: firstX(options) + 1.1 * em,
  };
  let y = lifelineTop + 0.5 * em;
  let number = 0;
  const events = sequence.events.map((event) => {
    if (event.kind === "message") number += 1;
    const placed = placeEvent(event, y, number, context);
    y = findBottom(placed) + 0.5 * em;
    return placed;
  });
  return { height: Math.ceil(y + 0.25 * em), participants, lifelineTop, events };
}

type Context = LayoutOptions & {
  findX: (id: ParticipantId) => number;
  /** Where the text of messages starts: every message has the browser, the first participant, at one end. */
  textX: number;
};

function firstX({ em }: LayoutOptions): number {
  return 1.1 * em;
}

function placeParticipants(
  { participants }: Sequence,
  options: LayoutOptions,
): readonly PlacedParticipant[] {
  const { width, em } = options;
  const start = firstX(options);
  // Half of the last name is right of its lifeline.
  const gap = Math.min((width - start) / (participants.length - 0.5), width - start - 4 * em);
  const look: TextLook = gap > 9 * em ? "title" : "heading";
  return participants.map(({ id, name, details }, index) => {
    const x = start + index * gap;
    const isFirst = index === 0;
    const room = isFirst ? gap / 2 + start - 0.5 * em : gap - 0.5 * em;
    const texts = [
      { text: name, look },
      ...details.map((text) => ({ text, look: "small" }) as const),
    ].flatMap(({ text, look }) =>
      wrap(text, room, look, options).map((line) => ({ text: line, look })),
    );
    const lines = texts.map(({ text, look }, line) => ({
      text,
      look,
      x: isFirst ? 0 : x,
      y: (line + 1) * 1.3 * em,
    }));
    return { id, x, anchor: isFirst ? "start" : "middle", lines };
  });
}

function placeEvent(
  event: SequenceEvent,
  y: number,
  number: number,
  context: Context,
): PlacedMessage | PlacedNote {
  return event.kind === "note"
    ? placeNote(event, y, context)
    : placeMessage(event, y, number, context);
}

function placeMessage(
  event: SequenceMessage,
  top: number,
  number: number,
  context: Context,
): PlacedMessage {
  const { em, width, textX, findX } = context;
  const room = width - textX - 0.5 * em;
  const lines = placeLines(
    [
      { text: event.title, look: "title" },
      ...event.details.map((text) => ({ text, look: "body" }) as const),
    ],
    { x: textX, top: top + 0.25 * em, room },
    context,
  );
  const arrowY = lastY(lines) + 0.85 * em;
  let y = arrowY + 1.1 * em;
  const payloads = event.payloads.map((payload) => {
    const placed = placePayload(payload, y, context);
    y = placed.box.y + placed.box.height + 0.3 * em;
    return placed;
  });
  return {
    kind: "message",
    event,
    number,
    lines,
    arrow: { fromX: findX(event.from), toX: findX(event.to), y: arrowY, radius: 0.7 * em },
    payloads,
    box: { x: 0, y: top, width, height: arrowY + 0.8 * em - top },
  };
}

function placePayload(
  payload: Payload,
  y: number,
  { em, width, textX, measure }: Context,
): PlacedPayload {
  const text = labelPayload(payload);
  const labelWidth = measure(text, "small");
  const height = 1.9 * em;
  const stripX = textX + labelWidth + 1.4 * em;
  const room = Math.max(4 * em, Math.min(28 * em, width - stripX - 1.2 * em));
  const stripWidth = Math.min(room, countCells(payload) * 0.7 * em);
  const boxWidth = labelWidth + 1.2 * em + (payload.weight ? stripWidth + 0.8 * em : 0);
  return {
    payload,
    label: { text, x: textX + 0.6 * em, y: y + 1.3 * em, look: "small" },
    box: { x: textX, y, width: boxWidth, height },
    strip: { x: stripX, y: y + 0.4 * em, width: stripWidth, height: 1.1 * em },
  };
}

function placeNote(event: SequenceNote, top: number, context: Context): PlacedNote {
  const { em, width, textX, findX, measure } = context;
  const padding = 0.6 * em;
  const atBrowser = event.at === "browser";
  const left = atBrowser ? 0 : textX;
  const room = width - left - 2 * padding - 0.5 * em;
  const texts = wrap(event.text, room, "body", context);
  const boxWidth = Math.max(...texts.map((text) => measure(text, "body"))) + 2 * padding;
  const x = atBrowser ? 0 : clamp(findX(event.at) - boxWidth / 2, left, width - boxWidth);
  const lines = texts.map((text, index) => ({
    text,
    look: "body" as const,
    x: x + padding,
    y: top + padding + (0.85 + index * lineHeight) * em,
  }));
  const height = texts.length * lineHeight * em + 1.5 * padding;
  return { kind: "note", event, lines, box: { x, y: top, width: boxWidth, height } };
}

function findBottom(placed: PlacedMessage | PlacedNote): number {
  const lastPayload = placed.kind === "message" ? placed.payloads.at(-1) : undefined;
  const { y, height } = lastPayload?.box ?? placed.box;
  return y + height;
}

function countCells({ weight }: Payload): number {
  return weight ? weight.members.length + (weight.leftOut?.length ?? 0) : 0;
}

function placeLines(
  texts: readonly { text: string; look: TextLook }[],
  { x, top, room }: { x: number; top: number; room: number },
  options: LayoutOptions,
): readonly TextLine[] {
  return texts
    .flatMap(({ text, look }) =>
      wrap(text, room, look, options).map((line) => ({ text: line, look })),
    )
    .map(({ text, look }, index) => ({
      text,
      look,
      x,
      y: top + (1 + index * lineHeight) * options.em,
    }));
}

/** Breaks between words, and inside one that is wider than the room. */
export function wrap(
  text: string,
  room: number,
  look: TextLook,
  { measure }: Pick<LayoutOptions, "measure">,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer, look) <= room) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (line !== "" && measure(line + character, look) > room) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line];
}

function lastY(lines: readonly TextLine[]): number {
  return Math.max(...lines.map(({ y }) => y));
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
