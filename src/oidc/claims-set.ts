import { findMember, isJsonObject, type JsonObject, type JsonValue, parseJson } from "./json.ts";

/** A detail of the JSON text that `JSON.parse` loses. */
export type JsonNote =
  /** A number that JavaScript can't represent exactly: beyond 2^53, too many digits, too large or too small. */
  | { code: "inexact_number"; sent: string }
  /** The same name more than once in one object. `JSON.parse` keeps the last. */
  | { code: "duplicate_member"; name: string };

export type ClaimsMember = {
  name: string;
  value: JsonValue;
  source: string;
  notes: readonly JsonNote[];
};

export type ClaimsSet = {
  claims: JsonObject;
  /** The top-level members in the order of the text, including duplicates. */
  members: readonly ClaimsMember[];
  text: string;
};

/** Parses untrusted JSON. @returns `undefined` if the text is not a JSON object or is nested too deeply. */
export function parseClaimsSet(text: string): ClaimsSet | undefined {
  const claims = parseJson(text);
  return isJsonObject(claims) ? buildClaimsSet(text, claims) : undefined;
}

/** @param text Valid JSON. @param claims The parsed value of `text`. */
export function buildClaimsSet(text: string, claims: JsonObject): ClaimsSet {
  const scanned = new Scanner(text).readMembers();
  const duplicateNames = findDuplicates(scanned.map(({ name }) => name));
  const members = scanned.map(({ name, source, notes }): ClaimsMember => {
    const isDuplicate = duplicateNames.has(name);
    return {
      name,
      value: isDuplicate ? JSON.parse(source) : (findMember(claims, name) ?? null),
      source,
      notes: isDuplicate ? [{ code: "duplicate_member", name }, ...notes] : notes,
    };
  });
  return { claims, members, text };
}

type ScannedMember = Pick<ClaimsMember, "name" | "source" | "notes">;

/** Scans JSON once. Doesn't check the grammar, because `JSON.parse` has already accepted the text. */
class Scanner {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readMembers(): readonly ScannedMember[] {
    const members: ScannedMember[] = [];
    this.#skip(openBrace);
    while (this.#peek() !== closeBrace) {
      const name = this.#readName();
      this.#skip(colon);
      this.#peek();
      const start = this.#position;
      const notes = new Map<string, JsonNote>();
      this.#scanValue(notes);
      const source = this.#text.slice(start, this.#position);
      members.push({ name, source, notes: [...notes.values()] });
      this.#skipIf(comma);
    }
    this.#skip(closeBrace);
    return members;
  }

  #scanValue(notes: Map<string, JsonNote>): void {
    const code = this.#peek();
    if (code === quote) this.#scanString();
    else if (code === openBrace) this.#scanObject(notes);
    else if (code === openBracket) this.#scanArray(notes);
    else this.#scanNumberOrWord(notes);
  }

  /** `parseJson` limits the depth, so recursion is safe. */
  #scanObject(notes: Map<string, JsonNote>): void {
    const names = new Set<string>();
    this.#skip(openBrace);
    while (this.#peek() !== closeBrace) {
      const name = this.#readName();
      if (names.has(name)) addNote(notes, { code: "duplicate_member", name });
      names.add(name);
      this.#skip(colon);
      this.#scanValue(notes);
      this.#skipIf(comma);
    }
    this.#skip(closeBrace);
  }

  #scanArray(notes: Map<string, JsonNote>): void {
    this.#skip(openBracket);
    while (this.#peek() !== closeBracket) {
      this.#scanValue(notes);
      this.#skipIf(comma);
    }
    this.#skip(closeBracket);
  }

  #readName(): string {
    this.#peek();
    const start = this.#position;
    this.#scanString();
    const source = this.#text.slice(start, this.#position);
    return source.includes("\\") ? JSON.parse(source) : source.slice(1, -1);
  }

  /** `indexOf` is many times faster than a regular expression, which matters with 20,000 groups. */
  #scanString(): void {
    let end = this.#text.indexOf('"', this.#position + 1);
    while (this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    this.#position = end + 1;
  }

  #isEscaped(index: number): boolean {
    let start = index;
    while (this.#text.charCodeAt(start - 1) === backslash) start--;
    return (index - start) % 2 === 1;
  }

  #scanNumberOrWord(notes: Map<string, JsonNote>): void {
    numberOrWord.lastIndex = this.#position;
    const [sent = ""] = numberOrWord.exec(this.#text) ?? [];
    this.#position += sent.length;
    if (!/^[tfn]/.test(sent) && !isExactNumber(sent)) {
      addNote(notes, { code: "inexact_number", sent });
    }
  }

  /** Skips white space. Returns the code of the character after it. */
  #peek(): number {
    let code = this.#text.charCodeAt(this.#position);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      code = this.#text.charCodeAt(++this.#position);
    }
    return code;
  }

  #skip(code: number): void {
    if (!this.#skipIf(code)) throw new Error("The scanner was given invalid JSON.");
  }

  #skipIf(code: number): boolean {
    if (this.#peek() !== code) return false;
    this.#position++;
    return true;
  }
}

const [quote, openBrace, closeBrace, openBracket, closeBracket, colon, comma, backslash] = [
  0x22, 0x7b, 0x7d, 0x5b, 0x5d, 0x3a, 0x2c, 0x5c,
];

const numberOrWord = /[-+.\w]+/y;

function addNote(notes: Map<string, JsonNote>, note: JsonNote): void {
  const key = note.code === "inexact_number" ? note.sent : `"${note.name}`;
  notes.set(key, note);
}

function findDuplicates(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/** Whether JavaScript represents the number exactly. True for `1.0` and `1e2`, false for 2^53 + 1. */
function isExactNumber(sent: string): boolean {
  if (/^-?\d{1,15}$/.test(sent)) return true;
  const value = Number(sent);
  return Number.isFinite(value) && normalizeDecimal(sent) === normalizeDecimal(String(value));
}

/** Writes a decimal number as significant digits and an exponent, so that equal numbers have equal texts. */
function normalizeDecimal(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  const digits = whole + fraction;
  let start = 0;
  while (digits[start] === "0") start++;
  if (start === digits.length) return "0";
  // A loop, because /0+$/ takes quadratic time on a long run of zeros in the middle.
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return `${sign}${digits.slice(start, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}
