import { memoizeLatest } from "../../../memoize.ts";
import { ExpressionError } from "./expression-error.ts";
import { isForeignWord, quote, refuseToken } from "./foreign-syntax.ts";
import { limits } from "./limits.ts";
import { type BinaryOperator, type Node, type Span, spanFrom } from "./syntax-tree.ts";
import { type Token, tokenize } from "./tokens.ts";

type Binding = { readonly operator: BinaryOperator; readonly power: number };

const operators: ReadonlyMap<string, Binding> = new Map<string, Binding>([
  ["OR", { operator: "OR", power: 1 }],
  ["||", { operator: "OR", power: 1 }],
  ["AND", { operator: "AND", power: 2 }],
  ["&&", { operator: "AND", power: 2 }],
  ["==", { operator: "==", power: 3 }],
  ["!=", { operator: "!=", power: 3 }],
  ["<", { operator: "<", power: 3 }],
  ["<=", { operator: "<=", power: 3 }],
  [">", { operator: ">", power: 3 }],
  [">=", { operator: ">=", power: 3 }],
  ["MATCHES", { operator: "matches", power: 3 }],
  ["+", { operator: "+", power: 4 }],
  ["-", { operator: "-", power: 4 }],
]);

const constants: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["TRUE", true],
  ["FALSE", false],
  ["NULL", null],
]);

/** More than an org's claims have. Their expressions are the same at each sign-in. */
const cacheSize = 100;

/** Does not check names. @throws {ExpressionError} @see Spring Framework: Spring Expression Language */
export const parseExpression = memoizeLatest((expression: string): Node => {
  const reader = createReader(tokenize(expression));
  const node = parseWhole(reader);
  if (reader.peek().kind !== "end") throw refuseToken(reader.peek(), "an operator or the end");
  return node;
}, cacheSize);

type Reader = {
  readonly peek: () => Token;
  readonly take: () => Token;
  readonly takeIf: (symbol: string) => Token | undefined;
  readonly expect: (symbol: string, expected?: string) => Token;
  readonly nest: (read: () => Node) => Node;
};

function createReader(tokens: readonly Token[]): Reader {
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
    expect: (symbol, expected = quote(symbol)) => {
      const token = takeIf(symbol);
      if (!token) throw refuseToken(peek(), expected);
      return token;
    },
    nest: (read) => {
      depth += 1;
      if (depth > limits.depth) throw new ExpressionError({ code: "too_deep" }, peek().span);
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
      return { kind: "default", value, fallback, span: spanFrom(value.span, fallback.span) };
    }
    if (!reader.takeIf("?")) return value;
    const then = parseWhole(reader);
    reader.expect(":", '":" and the value for the other case');
    const otherwise = parseWhole(reader);
    const span = spanFrom(value.span, otherwise.span);
    return { kind: "conditional", condition: value, then, otherwise, span };
  });
}

function parseOperation(reader: Reader, lowest: number): Node {
  let left = parsePrefix(reader);
  for (;;) {
    const found = findOperator(reader.peek());
    if (!found || found.power < lowest) return left;
    reader.take();
    const right = parseOperation(reader, found.power + 1);
    const span = spanFrom(left.span, right.span);
    left = { kind: "binary", operator: found.operator, left, right, span };
    if (found.power === 3 && findOperator(reader.peek())?.power === 3)
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
    return { kind, operand, span: spanFrom(token.span, operand.span) };
  });
}

function parsePostfix(reader: Reader, first: Node): Node {
  let target = first;
  for (;;) {
    if (reader.takeIf("[")) {
      const index = parseWhole(reader);
      const span = spanFrom(first.span, reader.expect("]").span);
      target = { kind: "index", target, index, span };
    } else if (reader.takeIf(".")) {
      target = reader.takeIf("![")
        ? parseProjection(reader, target, first.span)
        : parseMember(reader, target);
    } else {
      return target;
    }
  }
}

function parseProjection(reader: Reader, target: Node, start: Span): Node {
  const projected = parseWhole(reader);
  const span = spanFrom(start, reader.expect("]").span);
  return { kind: "projection", target, projected, span };
}

function parseMember(reader: Reader, target: Node): Node {
  const member = reader.take();
  if (member.kind !== "name") throw refuseToken(member, "a name after the dot");
  const name = member.source;
  const span = spanFrom(target.span, member.span);
  if (!reader.takeIf("(")) return { kind: "member", target, name, span };
  if (target.kind === "name") return parseCall(reader, `${target.name}.${name}`, span);
  return parseCall(reader, `.${name}`, member.span, [target]);
}

function parseCall(
  reader: Reader,
  name: string,
  nameSpan: Span,
  calledOn: readonly Node[] = [],
): Node {
  const { nodes, end } = parseEntries(reader, ")");
  const parameters = [...calledOn, ...nodes];
  return { kind: "call", name, parameters, span: spanFrom(nameSpan, end) };
}

function parsePrimary(reader: Reader): Node {
  const token = reader.take();
  const { span } = token;
  if (token.kind === "text")
    return { kind: "literal", value: token.value, isVerbatim: token.isVerbatim, span };
  if (token.kind === "number")
    return { kind: "literal", value: token.value, isVerbatim: true, span };
  if (token.kind === "name" && !isForeignWord(token) && !findOperator(token)) {
    const constant = constants.get(token.source.toUpperCase());
    if (constant !== undefined) return { kind: "literal", value: constant, isVerbatim: true, span };
    if (reader.takeIf("(")) return parseCall(reader, token.source, span);
    return { kind: "name", name: token.source, span };
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
    return { kind: "map", entries: [], span: spanFrom(start, reader.expect("}").span) };
  if (reader.peek().source === "}")
    return { kind: "list", entries: [], span: spanFrom(start, reader.take().span) };
  const first = parseWhole(reader);
  if (reader.takeIf(":")) return parseMap(reader, start, first);
  if (!reader.takeIf(",")) {
    return {
      kind: "list",
      entries: [first],
      span: spanFrom(start, reader.expect("}", '"," or "}"').span),
    };
  }
  const rest = parseEntries(reader, "}");
  return { kind: "list", entries: [first, ...rest.nodes], span: spanFrom(start, rest.end) };
}

function parseMap(reader: Reader, start: Span, firstKey: Node): Node {
  const entries = [[parseKey(firstKey), parseWhole(reader)] as const];
  while (reader.takeIf(",")) {
    const key = parseKey(parseWhole(reader));
    reader.expect(":", '":" and a value');
    entries.push([key, parseWhole(reader)]);
  }
  return { kind: "map", entries, span: spanFrom(start, reader.expect("}", '"," or "}"').span) };
}

function parseKey(node: Node): string {
  if (node.kind === "name") return node.name;
  if (node.kind === "literal" && typeof node.value === "string") return node.value;
  throw new ExpressionError(
    { code: "wrong_type", expected: "a string or a name as the key", found: "something else" },
    node.span,
  );
}

function parseEntries(reader: Reader, close: string): { nodes: readonly Node[]; end: Span } {
  const nodes: Node[] = [];
  const immediate = close === ")" ? reader.takeIf(close) : undefined;
  if (immediate) return { nodes, end: immediate.span };
  do nodes.push(parseWhole(reader));
  while (reader.takeIf(","));
  return { nodes, end: reader.expect(close, `"," or ${quote(close)}`).span };
}
