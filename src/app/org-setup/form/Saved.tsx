import type { Trial } from "../try-query.ts";
import { TryIt } from "./TryIt.tsx";

/** What is said of a change that shows in tokens: that it is made, and where it can be seen. */
export function Saved(trial: Trial) {
  return (
    <>
      Saved. <TryIt {...trial} />
    </>
  );
}
