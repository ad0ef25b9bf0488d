import { type ComponentType, createElement, lazy, useState } from "react";

/** A part of the page that the first view does without: its code is loaded when it is first shown, or before. */
export type LaterPart<Props> = ComponentType<Props> & {
  /** Called early, where it is clear that the part will be wanted: then its first frame holds it. */
  readonly load: () => Promise<unknown>;
};

/** One file for all that an answer needs. */
const loadAnswered = () => import("./answered.ts");

/** What a tab remembers: wanted by whoever sends a request or has had an answer. */
export const loadMemory = async () => (await loadAnswered()).memory;
export const Get = laterPart(async () => (await loadAnswered()).Get);
export const ComparedRuns = laterPart(async () => (await loadAnswered()).ComparedRuns);
export const OrgSetup = laterPart(async () => (await import("./org-setup/OrgSetup.tsx")).OrgSetup);

/**
 * `lazy` alone suspends even where the code is there already, and what has suspended React shows after 300 ms at the
 * earliest: an answer would be that much later on the page.
 */
function laterPart<Props extends object>(
  importPart: () => Promise<ComponentType<Props>>,
): LaterPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  async function load() {
    loaded = await importPart();
    return { default: loaded };
  }
  const Suspending: ComponentType<Props> = lazy<ComponentType<Props>>(load);

  function Part(props: Props) {
    // The same one for as long as it is shown: with another, what it remembers would be gone.
    const [Shown] = useState(() => loaded ?? Suspending);
    return createElement(Shown, props);
  }
  return Object.assign(Part, { load });
}
