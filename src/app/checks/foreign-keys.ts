import { describeAllowedOrgs, isAllowedUrl } from "../../oidc/allowed-orgs.ts";
import type { Check } from "../../oidc/check.ts";

/** The id of the check that asks the user. */
export const foreignKeysCheckId = "metadata.keys";

/** Names the origin before anything is loaded from it. */
export function describeForeignKeys(origin: string): Check {
  const check = { about: "metadata", name: "Keys", status: "skipped" } as const;
  const place = `The issuer’s keys are on another origin, ${origin}.`;
  if (!isAllowedUrl(origin)) {
    return { ...check, id: "metadata.refused_keys", detail: `${place} ${describeAllowedOrgs()}` };
  }
  return {
    ...check,
    id: foreignKeysCheckId,
    detail: `${place} They are loaded once you allow it.`,
  };
}
