import { useState } from "react";
import { Button } from "../../ui/Button.tsx";

/** More than anybody reads, and less than keeps a browser busy. */
const mostAtFirst = 6000;

/** A text of untold length: its beginning, and the rest for whoever insists. */
export function LongText({ text }: { text: string }) {
  const [showsAll, setShowsAll] = useState(false);
  if (showsAll || text.length <= mostAtFirst) return text;
  return (
    <>
      {text.slice(0, mostAtFirst)}…{" "}
      <Button look="quiet" onClick={() => setShowsAll(true)}>
        Show all {text.length} characters
      </Button>
    </>
  );
}
