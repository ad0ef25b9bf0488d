import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildContext } from "../test-context.ts";
import { classicLanguage } from "./classic-language.ts";
import { findMistake, tryExpression } from "./evaluate-expression.ts";
import { identityEngineLanguage } from "./identity-engine-language.ts";
import { evaluateForIngrid } from "./test-evaluate.ts";

const piece = fc.constantFrom(
  ..."( ) { } [ ] , . : ? ?: ! == != < && || + - * ' \" 1 0 2147483647 1.5 true null user.login user.roles appuser app.profile.nested org user.__proto__ constructor user['constructor'] 'a' '(a+)+' Arrays.contains( String.len( String.substring( isMemberOfGroupName( Groups.startsWith( Arrays.flatten( Convert.toInt( Time.now( getFilteredGroups( matches .![#this] .?[true] T(java.lang.Runtime) #root @bean".split(
    " ",
  ),
);
const expression = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" ")),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const language = fc.constantFrom(classicLanguage, identityEngineLanguage);

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

describe("an expression", () => {
  test("returns a value or a mistake within its text, and can't access JavaScript's objects", () => {
    fc.assert(
      fc.property(expression, language, (text, oneLanguage) => {
        const tried = tryExpression(text, buildContext(), oneLanguage);
        if (tried.kind === "value") {
          expect(findMistake(text, oneLanguage)).toBeUndefined();
          expect(JSON.stringify(tried.value)).not.toMatch(/\[native code\]|function /);
          return;
        }
        const { offset, length, message } = tried.mistake;
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(text.length);
        expect(message).toMatch(/\S/);
      }),
      { numRuns: 500 * Number(process.env.FUZZ_RUNS ?? 1) },
    );
  });

  test("returns a quoted text unchanged, and joins texts in order", () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, (parts) => {
        expect(evaluateForIngrid(parts.map(quote).join(" + "))).toBe(parts.join(""));
      }),
    );
  });

  test("evaluates conditions like JavaScript", () => {
    const { condition } = fc.letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("true", "false"),
        tie("condition").map((it) => `!(${it})`),
        fc
          .tuple(tie("condition"), fc.constantFrom("&&", "||", "=="), tie("condition"))
          .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
      ),
    }));
    fc.assert(
      fc.property(condition, (text) => {
        const decide = (value: string): boolean => evaluateBoolean(value);
        const value = evaluateForIngrid(text);
        expect(value).toBe(decide(text));
      }),
    );
  });
});

/** Evaluates conditions in parentheses by replacing the innermost one until only a value is left. */
function evaluateBoolean(text: string): boolean {
  const values = { true: true, false: false } as const;
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(/\((true|false)\) (&&|\|\||==) \((true|false)\)/g, (_, left, operator, right) => {
        const [a, b] = [left === "true", right === "true"];
        return String(operator === "&&" ? a && b : operator === "||" ? a || b : a === b);
      })
      .replace(/!\((true|false)\)/g, (_, value) => String(value !== "true"));
  }
  if (!(rest in values)) throw new Error(`Not decided: ${rest}`);
  return rest === "true";
}
