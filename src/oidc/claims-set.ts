import { isJsonObject, type JsonObject, type JsonValue, parseJson, readMember } from "./json.ts";

/** How a value differs from what JavaScript makes of it. */
export type JsonNote =
  /** A number that JavaScript can't hold exactly, such as an integer beyond 2^53. */
  | { code: "inexact_number"; sent: string }
  /** An object with the same member name more than once: parsers disagree about which one counts. */
  | { code: "duplicate_member"; name: string };

export type ClaimsMember = {
  name: string;
  value: JsonValue;
  /** The value's JSON text, exactly as it was sent. */
  source: string;
  notes: readonly JsonNote[];
};

/** A JSON object of claims, as it was sent. */
export type ClaimsSet = {
  /** As `JSON.parse` understands it: of duplicate members, the last one. */
  claims: JsonObject;
  /** The members of the object itself, in order, duplicates included. */
  members: readonly ClaimsMember[];
  text: string;
};

/**
 * Parses a JSON object and keeps what `JSON.parse` loses: exact numbers and duplicate members.
 *
 * @param parse Parses the text, or throws where it is not JSON.
 * @returns `undefined` where the text is not a JSON object.
 * @see RFC 8259 §4 (names should be unique), §6 (numbers)
 */
export function parseClaimsSet(
  text: string,
  parse?: (text: string) => JsonValue,
): ClaimsSet | undefined {
  const claims = parseJson(text, parse);
  if (!isJsonObject(claims)) return undefined;
  return { claims, members: scanMembers(text, claims), text };
}

const string = /"(?:[^"\\]|\\.)*"/y;
const number = /-?\d[\d.eE+-]*/y;
const space = /[ \t\n\r]*/y;

/** @param text A JSON object, already known to be valid. */
function scanMembers(text: string, claims: JsonObject): readonly ClaimsMember[] {
  const members: ClaimsMember[] = [];
  const scanner = createScanner(text);
  const names = new Set<string>();
  const repeated = new Set<string>();
  scanner.eachMember((name) => {
    if (names.has(name)) repeated.add(name);
    names.add(name);
    const start = scanner.position();
    const notes = scanner.skipValue();
    const source = text.slice(start, scanner.position());
    members.push({ name, value: readMember(claims, name) ?? null, source, notes });
  });
  return members.map((member) => {
    if (!repeated.has(member.name)) return member;
    const note: JsonNote = { code: "duplicate_member", name: member.name };
    const value = parseJson(member.source) ?? member.value;
    return { ...member, value, notes: [note, ...member.notes] };
  });
}

/** Walks over valid JSON without building values. Nesting is limited by `parseJson`. */
function createScanner(text: string) {
  let position = 0;

  function take(pattern: RegExp): string {
    pattern.lastIndex = position;
    const taken = pattern.exec(text)?.[0] ?? "";
    position += taken.length;
    return taken;
  }

  function eachMember(onMember: (name: string) => void): void {
    take(space);
    position++; // {
    take(space);
    while (text[position] !== "}") {
      const name: string = JSON.parse(take(string));
      take(space);
      position++; // :
      take(space);
      onMember(name);
      take(space);
      if (text[position] === ",") position++;
      take(space);
    }
    position++;
  }

  function skipValue(): readonly JsonNote[] {
    const notes: JsonNote[] = [];
    skip(notes);
    return notes;
  }

  function skip(notes: JsonNote[]): void {
    const first = text[position];
    if (first === '"') take(string);
    else if (first === "{") skipObject(notes);
    else if (first === "[") skipArray(notes);
    else if (first === "t" || first === "n") position += 4;
    else if (first === "f") position += 5;
    else {
      const sent = take(number);
      if (!isExact(sent)) notes.push({ code: "inexact_number", sent });
    }
  }

  function skipObject(notes: JsonNote[]): void {
    const names = new Set<string>();
    eachMember((name) => {
      if (names.has(name)) notes.push({ code: "duplicate_member", name });
      names.add(name);
      skip(notes);
    });
  }

  function skipArray(notes: JsonNote[]): void {
    position++; // [
    take(space);
    while (text[position] !== "]") {
      skip(notes);
      take(space);
      if (text[position] === ",") position++;
      take(space);
    }
    position++;
  }

  return { eachMember, skipValue, position: () => position };
}

/** Whether a number's text means the same as the number that JavaScript makes of it. */
function isExact(text: string): boolean {
  if (text.length < 16 && !/[eE]/.test(text)) return true;
  const value = Number(text);
  return Number.isFinite(value) && normalize(text) === normalize(String(value));
}

/** Digits without trailing zeros, and where the decimal point is. */
function normalize(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const leadingZeros = (whole + fraction).length - digits.length;
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const point = whole.length - leadingZeros + Number(exponent);
  return `${sign}${significant}@${point}`;
}
