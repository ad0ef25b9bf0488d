import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CheckboxGroup } from "./CheckboxGroup.tsx";

describe(CheckboxGroup, () => {
  test("shows what is chosen and not offered any more, so that it can be taken back", () => {
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
