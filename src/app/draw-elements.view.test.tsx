import { createContext, memo, useState } from "react";
import { describe, expect, test } from "vitest";
import { drawElements } from "./draw-elements.ts";

function draw(node: Parameters<typeof drawElements>[0]): string {
  const place = document.createElement("div");
  place.append(drawElements(node));
  return place.innerHTML;
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </>
  );
}

describe(drawElements, () => {
  test("draws components, fragments, lists and texts as React does", () => {
    const node = (
      <ul className="names" data-folded aria-hidden={false} tabIndex={-1}>
        {0} groups{undefined}
        {false}
        <Names names={["IT", "Everyone"]} />
      </ul>
    );
    expect(draw(node)).toBe(
      '<ul class="names" data-folded="true" aria-hidden="false" tabindex="-1">0 groups<li>IT</li><li>Everyone</li></ul>',
    );
  });

  test("draws a hostile name as a text", () => {
    expect(draw(<Names names={["<img src=x onerror=alert(1)>"]} />)).toBe(
      "<li>&lt;img src=x onerror=alert(1)&gt;</li>",
    );
  });

  test("leaves out event handlers", () => {
    expect(
      draw(
        <button type="button" onClick={() => undefined}>
          Send
        </button>,
      ),
    ).toBe('<button type="button">Send</button>');
  });

  test("draws pictures", () => {
    const place = document.createElement("div");
    place.append(
      drawElements(
        <svg viewBox="0 0 8 8" aria-hidden="true">
          <path d="M0 0h8" strokeWidth="2" />
        </svg>,
      ),
    );
    const path = place.querySelector("path");
    expect(path).toBeInstanceOf(SVGPathElement);
    expect(path?.getAttribute("stroke-width")).toBe("2");
    expect(place.querySelector("svg")?.getAttribute("viewBox")).toBe("0 0 8 8");
  });

  const Memoized = memo(() => <p>Groups</p>);
  const Context = createContext("");
  function WithState() {
    const [count] = useState(0);
    return <p>{count}</p>;
  }
  test.each([
    ["memo", <Memoized key="" />],
    ["a context", <Context key="" value="" />],
  ])("throws for an element that needs React: %s", (_, node) => {
    expect(() => draw(node)).toThrow(TypeError);
  });

  test("throws for a component with state", () => {
    // React's error differs: "Invalid hook call" if React has rendered before.
    expect(() => draw(<WithState />)).toThrow(/Invalid hook call|useState/);
  });
});
