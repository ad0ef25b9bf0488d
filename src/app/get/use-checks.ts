import { useEffect, useMemo, useState } from "react";
import type { Check } from "../../oidc/check.ts";
import type { Reading } from "../reading.ts";
import type { Run } from "../runs.ts";
import { checkAtOnce } from "./immediate-checks.ts";

/** The checks of a run. Those that need no network are there at once; signatures catch up. */
export type Checks = { status: "running" | "done"; results: readonly Check[] };

type Moment = {
  /** Moves on: a token that expires while it is looked at fails from then on. */
  nowSeconds: number;
  /** The server cannot be asked yet, and whatever answers in its place is not to be believed. */
  isOrgStarting: boolean;
};

/** Checks a run's tokens, first with what came, then, as soon as the server can be asked, with its keys. */
export function useChecks(
  run: Run,
  reading: Reading,
  { nowSeconds, isOrgStarting }: Moment,
): Checks {
  const { request } = run;
  const atOnce = useMemo(() => checkAtOnce(run, reading, nowSeconds), [run, reading, nowSeconds]);
  const [later, setLater] = useState<{ reading: Reading; results: readonly Check[] }>();

  useEffect(() => {
    const cancellation = new AbortController();
    const { signal } = cancellation;
    async function verify() {
      // Apart from the page: a person who looks at a refusal need not load a cryptography library.
      const { checkWithKeys } = await import("./key-checks.ts");
      return checkWithKeys({ request, reading, fetch, signal });
    }
    if (reading.kind === "answered" && !isOrgStarting) {
      void verify()
        .catch(() => [notLoaded])
        .then((results) => !signal.aborted && setLater({ reading, results }));
    }
    return () => cancellation.abort();
  }, [request, reading, isOrgStarting]);

  const isVerified = later?.reading === reading;
  return {
    status: reading.kind !== "answered" || isVerified ? "done" : "running",
    results: isVerified ? [...atOnce, ...later.results] : atOnce,
  };
}

const notLoaded: Check = {
  id: "metadata.signatures",
  about: "metadata",
  name: "Signatures",
  status: "skipped",
  detail: "The part of this page that checks them could not be loaded. Load the page again.",
};
