import { lazy, Suspense } from "react";
import { Fold } from "../../../ui/Fold.tsx";
import type { TokenSource } from "../../issued-tokens.ts";
import { PartBoundary } from "../../PartBoundary.tsx";
import type { DetailsName } from "../details/details-ids.ts";
import { buildSequence } from "./build-sequence.ts";
import type { SequenceInput } from "./sequence.ts";

const SequenceDiagram = lazy(async () => {
  const { SequenceDiagram } = await import("./SequenceDiagram.tsx");
  return { default: SequenceDiagram };
});

type SequenceFoldProps = SequenceInput & {
  onShow: (details: DetailsName, source: TokenSource | undefined) => void;
};

export function SequenceFold({ onShow, ...input }: SequenceFoldProps) {
  const sequence = buildSequence(input);
  const count = sequence.events.filter(({ kind }) => kind === "message").length;
  return (
    <Fold title="Sequence diagram" summary={count === 1 ? "1 message" : `${count} messages`} isLazy>
      <PartBoundary part="The sequence diagram">
        <Suspense fallback={<p role="status">Loading the diagram…</p>}>
          <SequenceDiagram sequence={sequence} onShow={onShow} />
        </Suspense>
      </PartBoundary>
    </Fold>
  );
}
