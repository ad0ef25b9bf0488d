import { describe, expect, test } from "vitest";
import { type LayoutOptions, layoutSequence, wrap } from "./layout-sequence.ts";
import type { Sequence, SequenceMessage } from "./sequence.ts";

const em = 10;
/** Every character is half as wide as the font is large. */
const measure: LayoutOptions["measure"] = (text) => text.length * 5;

const message: SequenceMessage = {
  kind: "message",
  from: "browser",
  to: "userinfo",
  title: "GET /oauth2/v1/userinfo",
  details: [],
  look: "plain",
  payloads: [],
};

const weight = {
  members: Array.from({ length: 30 }, (_, index) => ({ name: `c${index}`, value: 1 })),
  leftOut: undefined,
};

const sequence: Sequence = {
  participants: [
    { id: "browser", name: "Browser", details: ["this page"] },
    { id: "authorization-server", name: "Authorization server", details: ["x".repeat(80)] },
    { id: "token-endpoint", name: "Token endpoint", details: [] },
    { id: "userinfo", name: "UserInfo", details: [] },
  ],
  events: [
    {
      ...message,
      details: ["scope=openid ".repeat(20), "y".repeat(300)],
      payloads: [
        { name: "ID token", tag: "thin", target: "id-token", weight },
        { name: "Access token", target: "access-token" },
      ],
    },
    { kind: "note", at: "userinfo", text: "Not called yet, for a long reason.", look: "plain" },
    { kind: "note", at: "browser", text: "15 of 15 checks pass.", look: "plain" },
    { ...message, from: "userinfo", to: "browser" },
  ],
};

describe.each([280, 330, 700, 1400])("at %i pixels", (width) => {
  const { participants, events, height } = layoutSequence(sequence, { width, em, measure });

  test("keeps all text and boxes inside", () => {
    for (const { lines, anchor } of participants) {
      for (const { text, x, look } of lines) {
        const half = anchor === "middle" ? measure(text, look) / 2 : 0;
        expect(x - half).toBeGreaterThanOrEqual(0);
        expect(x + (half || measure(text, look))).toBeLessThanOrEqual(width);
      }
    }
    for (const placed of events) {
      const boxes =
        placed.kind === "message" ? placed.payloads.flatMap(({ box, strip }) => [box, strip]) : [];
      for (const box of [placed.box, ...boxes]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
      for (const { text, x, look } of placed.lines) {
        expect(x + measure(text, look)).toBeLessThanOrEqual(width);
      }
    }
  });

  test("lets names of participants not overlap", () => {
    const edges = participants.map(({ lines, anchor }) => {
      const widths = lines.map(({ text, look }) => measure(text, look));
      const x = lines[0]?.x ?? 0;
      const most = Math.max(...widths);
      return anchor === "middle" ? [x - most / 2, x + most / 2] : [x, x + most];
    });
    for (const [index, [, right = 0]] of edges.slice(0, -1).entries()) {
      expect(right).toBeLessThanOrEqual(edges[index + 1]?.[0] ?? 0);
    }
  });

  test("puts each event below the one before, text above its arrow, and tokens below it", () => {
    let bottom = 0;
    for (const placed of events) {
      expect(placed.box.y).toBeGreaterThanOrEqual(bottom);
      bottom = placed.box.y + placed.box.height;
      if (placed.kind === "note") continue;
      for (const { y } of placed.lines) expect(y).toBeLessThan(placed.arrow.y);
      for (const { box } of placed.payloads) {
        expect(box.y).toBeGreaterThanOrEqual(bottom);
        bottom = box.y + box.height;
      }
    }
  });

  test("numbers the messages and points the arrows", () => {
    const messages = events.filter((it) => it.kind === "message");
    expect(messages.map(({ number }) => number)).toEqual([1, 2]);
    const [first, last] = messages.map(({ arrow }) => arrow.toX - arrow.fromX);
    expect(first).toBeGreaterThan(0);
    expect(last).toBe(-(first ?? 0));
  });
});

describe(wrap, () => {
  test.each([
    ["words", "one two three", ["one two", "three"]],
    ["a long word", "abcdefghijklm", ["abcdefgh", "ijklm"]],
    ["a long word after another", "a bcdefghijklm", ["a", "bcdefghi", "jklm"]],
    ["nothing", "", [""]],
  ])("breaks %s", (_case, text, lines) => {
    expect(wrap(text, 40, "body", { measure })).toEqual(lines);
  });
});
