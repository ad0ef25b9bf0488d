import type { Trial } from "../try-query.ts";
import { TryIt } from "./TryIt.tsx";

/** The message after a change that affects tokens, with a link to try it. */
export function Saved(trial: Trial) {
  return (
    <>
      Saved. <TryIt {...trial} />
    </>
  );
}
