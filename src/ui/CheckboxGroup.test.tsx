import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CheckboxGroup } from "./CheckboxGroup.tsx";

describe(CheckboxGroup, () => {
  test("shows chosen values that are no longer offered, so that they can be removed", () => {
    const markup = renderToStaticMarkup(
      <CheckboxGroup
        legend="Scopes"
        options={["openid", "email"].map((it) => ({ value: it, label: it }))}
        chosen={["openid", "deleted"]}
        onChange={() => undefined}
      />,
    );
    const boxes = [...markup.matchAll(/<input type="checkbox"[^>]*?( checked="")?\/><bdi>(\w+)/g)];
    expect(boxes.map(([, checked, name]) => [name, checked !== undefined])).toEqual([
      ["openid", true],
      ["email", false],
      ["deleted", true],
    ]);
  });
});
