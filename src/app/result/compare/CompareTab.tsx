import type { ComponentProps } from "react";
import { afterFirstFrame } from "../../after-first-frame-part.ts";
import { usePart } from "../../load-part.ts";
import { PartFailure } from "../../PartFailure.tsx";
import type { Compare } from "./Compare.tsx";

/** The comparison. Its code may be on its way still. */
export function CompareTab(props: ComponentProps<typeof Compare>) {
  const { code, hasFailed } = usePart(afterFirstFrame);
  if (code) return <code.Compare {...props} />;
  return hasFailed ? <PartFailure part="The comparison" /> : <p role="status">Loading…</p>;
}
