import { describeAllowedOrgs, isAllowedUrl } from "../../oidc/allowed-orgs.ts";
import type { Check } from "../../oidc/check.ts";

export const foreignKeysCheckId = "metadata.keys";

/** Builds the skipped check for keys on another origin. The user can allow it unless ALLOWED_ORGS excludes it. */
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
