import { splitWords } from "../../../split-words.ts";
import type { Language } from "./environment.ts";
import type { Node, NodeOf } from "./syntax-tree.ts";

/** Names before the dot of a function. After any other name, a call is a method call. */
export const functionNamespaces: ReadonlySet<string> = new Set(
  splitWords("Arrays Groups String Convert Iso3166Convert Time DateTime"),
);

export function findCall(node: NodeOf<"call">, language: Language) {
  const called = language.functions.get(node.name);
  if (called) return { called, isMethod: false, parameters: node.parts };
  const { target, member } = splitCall(node.name);
  const method = member === undefined ? undefined : language.methods.get(member);
  if (!method || target === undefined || functionNamespaces.has(target)) return undefined;
  if (target === "") return { called: method, isMethod: true, parameters: node.parts };
  const span = { offset: node.span.offset, length: target.length };
  const calledOn: Node = { kind: "name", name: target, parts: [], span };
  return { called: method, isMethod: true, parameters: [calledOn, ...node.parts] };
}

/** Splits `name.size`, a method of a name, and `.size`, a method of another value, at the first dot. */
export function splitCall(name: string) {
  const [, target, member] = /^([^.]*)\.(.*)$/s.exec(name) ?? [];
  return { target, member };
}
