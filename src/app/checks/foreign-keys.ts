import type { Check } from "../../oidc/check.ts";

/** The id of the check that asks the user. */
export const foreignKeysCheckId = "metadata.keys";

/** Names the origin before anything is loaded from it. */
export function describeForeignKeys(origin: string): Check {
  return {
    id: foreignKeysCheckId,
    about: "metadata",
    name: "Keys",
    status: "skipped",
    detail: `The issuer’s keys are on another origin, ${origin}. They are loaded once you allow it.`,
  };
}
