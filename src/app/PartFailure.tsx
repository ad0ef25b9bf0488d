import { Button } from "../ui/Button.tsx";
import { Callout } from "../ui/Callout.tsx";

type PartFailureProps = {
  /** What is missing: "The answer". */
  part: string;
};

/** Says that a part of the page is missing, and how to go on. */
export function PartFailure({ part }: PartFailureProps) {
  return (
    <Callout kind="alert">
      <p>
        {part} cannot be shown: a part of this page could not be loaded, or failed. What came is
        kept in this tab. Check your connection and load the page again.
      </p>
      <p>
        <Button onClick={() => location.reload()}>Load the page again</Button>
      </p>
    </Callout>
  );
}
