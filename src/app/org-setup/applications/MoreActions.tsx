import { useId, useState } from "react";
import { Button } from "../../../ui/Button.tsx";

type MoreActionsProps = { onRefresh: () => void };

/** The console's More menu on the list of applications. */
export function MoreActions({ onRefresh }: MoreActionsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        More
      </Button>
      <span id={id} hidden={!isOpen}>
        <Button look="quiet" onClick={onRefresh}>
          Refresh Application Data
        </Button>
      </span>
    </>
  );
}
