import { type ComponentProps, lazy, Suspense } from "react";
import { Fold } from "../../../ui/Fold.tsx";
import type { TokenSource } from "../../issued-tokens.ts";
import { PartBoundary } from "../../PartBoundary.tsx";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { buildSequence } from "../sequence/build-sequence.ts";
import type { SequenceInput } from "../sequence/sequence.ts";
import { RequestFold, ResponseFold } from "./AuthorizationFolds.tsx";
import { ChecksFold } from "./ChecksFold.tsx";
import type { DetailsName } from "./details-ids.ts";
import { TokenRequestFold } from "./TokenRequestFold.tsx";

type RunDetailsProps = ComponentProps<typeof SequenceFold> &
  ComponentProps<typeof ChecksFold> & { run: Run; nowSeconds: number };

export function RunDetails(props: RunDetailsProps) {
  const { run } = props;
  return (
    <>
      <ChecksFold {...props} />
      <SequenceFold {...props} />
      <RequestFold request={run.request} />
      <ResponseFold response={run.response} />
      <TokenRequestFold {...props} redirectUri={location.origin + location.pathname} />
    </>
  );
}

const SequenceDiagram = lazy(async () => {
  const { SequenceDiagram } = await import("../sequence/SequenceDiagram.tsx");
  return { default: SequenceDiagram };
});

type SequenceFoldProps = SequenceInput & {
  onShow: (details: DetailsName, source: TokenSource | undefined) => void;
};

export function SequenceFold({ onShow, ...input }: SequenceFoldProps) {
  const sequence = buildSequence(input);
  const count = sequence.events.filter(({ kind }) => kind === "message").length;
  return (
    <Fold title="Sequence diagram" summary={countOf(count, "message")} isLazy>
      <PartBoundary part="The sequence diagram">
        <Suspense fallback={<p role="status">Loading the diagram…</p>}>
          <SequenceDiagram sequence={sequence} onShow={onShow} />
        </Suspense>
      </PartBoundary>
    </Fold>
  );
}
