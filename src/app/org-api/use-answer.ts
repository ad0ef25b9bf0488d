import { useCallback, useState } from "react";
import * as v from "valibot";
import { useFetched } from "../use-fetched.ts";
import { type Answer, fetchAnswer } from "./answer.ts";
import { useOrgApi } from "./org-api-context.ts";
import { buildListPath } from "./paths.ts";

/**
 * Loads an object or a whole list. While it is reloaded, the hook returns the old answer.
 *
 * @param path undefined: nothing is loaded.
 * @param version Loads again when the version increases.
 */
export function useAnswer<T>(
  path: string | undefined,
  schema: v.GenericSchema<unknown, T>,
  version = 0,
): readonly [answer: Answer<T>, reload: () => void] {
  const api = useOrgApi();
  const [turn, setTurn] = useState(0);
  const answer = useFetched(
    path,
    (it, signal) => fetchAnswer(api, { method: "GET", path: it }, schema, signal),
    { version: turn + version },
  );
  const reload = useCallback(() => setTurn((previous) => previous + 1), []);
  return [answer ?? { status: "loading" }, reload];
}

/** Loads all pages of a list. @param path undefined: nothing is loaded. */
export function useList<T>(path: string | undefined, schema: v.GenericSchema<unknown, T>) {
  return useAnswer(path && buildListPath(path), v.array(schema));
}
