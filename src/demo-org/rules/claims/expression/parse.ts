import { memoizeLatest } from "../../../memoize.ts";
import { isForeignWord, quote, refuseToken } from "./foreign-syntax.ts";
import { limits, refuseDepth } from "./limits.ts";
import {
  type BinaryOperator,
  comparing,
  type Node,
  type NodeOf,
  powers,
  type Span,
  spanFrom,
} from "./syntax-tree.ts";
import { type Token, tokenize } from "./tokens.ts";
import { refuseKind } from "./values.ts";

const operators: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ["||", "OR"],
  ["&&", "AND"],
  ["MATCHES", "matches"],
  ...(["OR", "AND", "==", "!=", "<", "<=", ">", ">=", "+", "-"] as const).map(
    (it) => [it, it] as const,
  ),
]);

const constants: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["TRUE", true],
  ["FALSE", false],
  ["NULL", null],
]);

/** More expressions than an org's claims have. A claim has the same expression at each sign-in. */
const cacheSize = 100;

/** Does not check names. @throws {ExpressionError} Syntax error. @see Spring Framework: Spring Expression Language */
export const parseExpression = memoizeLatest((expression: string): Node => {
  const reader = createReader(tokenize(expression));
  const node = parseWhole(reader);
  if (reader.peek().kind !== "end") throw refuseToken(reader.peek(), "an operator or the end");
  return node;
}, cacheSize);

type Reader = ReturnType<typeof createReader>;

function createReader(tokens: readonly Token[]) {
  const end: Token = { kind: "end", source: "", span: { offset: 0, length: 0 } };
  let position = 0;
  let depth = 0;
  const peek = () => tokens[position] ?? tokens.at(-1) ?? end;
  const take = () => {
    const token = peek();
    position += 1;
    return token;
  };
  const takeIf = (symbol: string) =>
    peek().kind === "symbol" && peek().source === symbol ? take() : undefined;
  return {
    peek,
    take,
    takeIf,
    expect: (symbol: string, expected = quote(symbol)) => {
      const token = takeIf(symbol);
      if (!token) throw refuseToken(peek(), expected);
      return token;
    },
    nest: (read: () => Node) => {
      depth += 1;
      if (depth > limits.depth) throw refuseDepth(peek().span);
      const node = read();
      depth -= 1;
      return node;
    },
  };
}

function parseWhole(reader: Reader): Node {
  return reader.nest(() => {
    const value = parseOperation(reader, 1);
    if (reader.takeIf("?:")) {
      const fallback = parseWhole(reader);
      const span = spanFrom(value.span, fallback.span);
      return { kind: "default", parts: [value, fallback], span };
    }
    if (!reader.takeIf("?")) return value;
    const then = parseWhole(reader);
    reader.expect(":", '":" and the value for the other case');
    const otherwise = parseWhole(reader);
    const span = spanFrom(value.span, otherwise.span);
    return { kind: "conditional", parts: [value, then, otherwise], span };
  });
}

function parseOperation(reader: Reader, lowest: number): Node {
  let left = parsePrefix(reader);
  for (;;) {
    const operator = findOperator(reader.peek());
    if (!operator || powers[operator] < lowest) return left;
    reader.take();
    const right = parseOperation(reader, powers[operator] + 1);
    const span = spanFrom(left.span, right.span);
    left = { kind: "binary", operator, parts: [left, right], span };
    const next = findOperator(reader.peek());
    if (powers[operator] === comparing && next && powers[next] === comparing)
      throw refuseToken(reader.peek(), "AND or OR before another comparison");
  }
}

function findOperator({ kind, source }: Token) {
  return kind === "symbol" || kind === "name" ? operators.get(source.toUpperCase()) : undefined;
}

function parsePrefix(reader: Reader): Node {
  const token = reader.takeIf("!") ?? reader.takeIf("-");
  if (!token) return parsePostfix(reader, parsePrimary(reader));
  return reader.nest(() => {
    const operand = parsePrefix(reader);
    const kind = token.source === "!" ? "not" : "negative";
    return { kind, parts: [operand], span: spanFrom(token.span, operand.span) };
  });
}

function parsePostfix(reader: Reader, first: Node): Node {
  let target = first;
  for (;;) {
    if (reader.takeIf("[")) {
      target = parseBracket(reader, "index", target);
    } else if (reader.takeIf(".")) {
      target = reader.takeIf("![")
        ? parseBracket(reader, "projection", target)
        : parseMember(reader, target);
    } else {
      return target;
    }
  }
}

function parseBracket(reader: Reader, kind: "index" | "projection", target: Node): Node {
  const inner = parseWhole(reader);
  return { kind, parts: [target, inner], span: spanFrom(target.span, reader.expect("]").span) };
}

function parseMember(reader: Reader, target: Node): Node {
  const member = reader.take();
  if (member.kind !== "name") throw refuseToken(member, "a name after the dot");
  const name = member.source;
  const span = spanFrom(target.span, member.span);
  if (!reader.takeIf("(")) return { kind: "member", name, parts: [target], span };
  if (target.kind === "name") return parseCall(reader, `${target.name}.${name}`, span);
  return parseCall(reader, `.${name}`, member.span, [target]);
}

function parseCall(
  reader: Reader,
  name: string,
  nameSpan: Span,
  calledOn: readonly Node[] = [],
): Node {
  const parts = [...calledOn];
  let end = reader.takeIf(")");
  if (!end) {
    do parts.push(parseWhole(reader));
    while (reader.takeIf(","));
    end = reader.expect(")", '"," or ")"');
  }
  return { kind: "call", name, parts, span: spanFrom(nameSpan, end.span) };
}

function parsePrimary(reader: Reader): Node {
  const token = reader.take();
  const { span } = token;
  const literal = (value: NodeOf<"literal">["value"], isVerbatim = true): Node => ({
    kind: "literal",
    value,
    isVerbatim,
    parts: [],
    span,
  });
  if (token.kind === "text") return literal(token.value, token.isVerbatim);
  if (token.kind === "number") return literal(token.value);
  if (token.kind === "name" && !isForeignWord(token) && !findOperator(token)) {
    const constant = constants.get(token.source.toUpperCase());
    if (constant !== undefined) return literal(constant);
    if (reader.takeIf("(")) return parseCall(reader, token.source, span);
    return { kind: "name", name: token.source, parts: [], span };
  }
  if (token.kind === "symbol" && token.source === "(") {
    const inner = parseWhole(reader);
    reader.expect(")");
    return inner;
  }
  if (token.kind === "symbol" && token.source === "{") return parseCollection(reader, span);
  throw refuseToken(token, "a value");
}

/** `{a, b}` is a list, `{'a': b}` a map, `{}` the empty list, `{:}` the empty map. */
function parseCollection(reader: Reader, start: Span): Node {
  if (reader.takeIf(":"))
    return { kind: "map", keys: [], parts: [], span: spanFrom(start, reader.expect("}").span) };
  if (reader.peek().source === "}")
    return { kind: "list", parts: [], span: spanFrom(start, reader.take().span) };
  const first = parseWhole(reader);
  if (reader.takeIf(":")) return parseMap(reader, start, first);
  const parts = [first];
  while (reader.takeIf(",")) parts.push(parseWhole(reader));
  return { kind: "list", parts, span: spanFrom(start, reader.expect("}", '"," or "}"').span) };
}

function parseMap(reader: Reader, start: Span, firstKey: Node): Node {
  const keys = [parseKey(firstKey)];
  const parts = [parseWhole(reader)];
  while (reader.takeIf(",")) {
    keys.push(parseKey(parseWhole(reader)));
    reader.expect(":", '":" and a value');
    parts.push(parseWhole(reader));
  }
  return { kind: "map", keys, parts, span: spanFrom(start, reader.expect("}", '"," or "}"').span) };
}

function parseKey(node: Node): string {
  if (node.kind === "name") return node.name;
  if (node.kind === "literal" && typeof node.value === "string") return node.value;
  throw refuseKind("something else", "a string or a name as the key", node.span);
}
