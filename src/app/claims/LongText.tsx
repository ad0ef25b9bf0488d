import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";

/** More than anybody reads, and less than keeps a browser busy. */
const mostAtFirst = 6000;

/**
 * A text of untold length: its beginning, and the rest for whoever insists. One that is short, as most are, stays the
 * text it is: with a component each, a long list would be half as long again in coming.
 */
export function cutLongText(text: string): ReactNode {
  return text.length <= mostAtFirst ? text : <LongText text={text} />;
}

function LongText({ text }: { text: string }) {
  const [showsAll, setShowsAll] = useState(false);
  if (showsAll) return text;
  return (
    <>
      {text.slice(0, mostAtFirst)}…{" "}
      <Button look="quiet" onClick={() => setShowsAll(true)}>
        Show all {text.length} characters
      </Button>
    </>
  );
}
