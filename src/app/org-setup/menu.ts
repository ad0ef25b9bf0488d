import type { Section } from "../set-up-places.ts";

type MenuPart = {
  readonly title: string;
  readonly entries: readonly (readonly [section: Section, name: string])[];
};

/** The set-up pages, in the order of the Admin Console's menu. */
export const menu: readonly MenuPart[] = [
  {
    title: "Directory",
    entries: [
      ["people", "People"],
      ["groups", "Groups"],
    ],
  },
  { title: "Applications and Resources", entries: [["applications", "Applications"]] },
  {
    title: "Security > API",
    entries: [
      ["authorization-servers", "Authorization Servers"],
      ["trusted-origins", "Trusted Origins"],
    ],
  },
  { title: "Reports", entries: [["system-log", "System Log"]] },
  { title: "Demo org", entries: [["demo-org", "Export, import, reset"]] },
];

/** A section's name in the menu. */
export function nameSection(section: Section): string {
  const entry = menu.flatMap(({ entries }) => entries).find(([it]) => it === section);
  return entry?.[1] ?? section;
}
