import { Button } from "../ui/Button.tsx";
import { Callout } from "../ui/Callout.tsx";

type PartFailureProps = {
  part: string;
};

export function PartFailure({ part }: PartFailureProps) {
  return (
    <Callout kind="alert">
      <p>
        {part} can’t be displayed. Responses are saved in this tab. Check your connection and reload
        the page.
      </p>
      <p>
        <Button onClick={() => location.reload()}>Reload the page</Button>
      </p>
    </Callout>
  );
}

/** Shown instead of a part whose code is loading or could not be loaded. */
export function MissingPart({ part, hasFailed }: PartFailureProps & { hasFailed: boolean }) {
  return hasFailed ? <PartFailure part={part} /> : <p role="status">Loading…</p>;
}
