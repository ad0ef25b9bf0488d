import type { ReactNode } from "react";

/**
 * Draws elements without React. Leaves out event handlers, keys and refs.
 *
 * @throws TypeError for a component that needs React: a class, or one from `memo` or `createContext`. A component with
 *   hooks throws React's own error.
 */
export function drawElements(node: ReactNode): DocumentFragment {
  const fragment = document.createDocumentFragment();
  append(fragment, node);
  return fragment;
}

function append(parent: Node, node: unknown): void {
  if (typeof node === "string" || typeof node === "number") {
    parent.appendChild(document.createTextNode(String(node)));
  } else if (Array.isArray(node)) {
    for (const child of node) append(parent, child);
  } else if (isElement(node)) {
    const { type, props } = node;
    if (typeof type === "string") parent.appendChild(drawElement(type, props, parent));
    else if (typeof type === "function") append(parent, type(props));
    // The type of a fragment is a symbol.
    else if (typeof type === "symbol") append(parent, props.children);
    else throw new TypeError("This component needs React.");
  }
}

type Props = Readonly<Record<string, unknown>>;

function isElement(node: unknown): node is { type: unknown; props: Props } {
  return typeof node === "object" && node !== null && "type" in node && "props" in node;
}

const svg = "http://www.w3.org/2000/svg";
const attributeNames: Readonly<Record<string, string>> = {
  className: "class",
  strokeWidth: "stroke-width",
};

function drawElement(type: string, { children, ...props }: Props, parent: Node): Element {
  const isDrawing = type === "svg" || (parent instanceof Element && parent.namespaceURI === svg);
  const element = isDrawing ? document.createElementNS(svg, type) : document.createElement(type);
  for (const [name, value] of Object.entries(props)) {
    const text = writeValue(name, value);
    if (text !== undefined) element.setAttribute(attributeNames[name] ?? name, text);
  }
  append(element, children);
  return element;
}

function writeValue(name: string, value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "boolean") return undefined;
  if (/^(?:aria|data)-/.test(name)) return String(value);
  return value ? "" : undefined;
}
