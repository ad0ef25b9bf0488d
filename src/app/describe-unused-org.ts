import type { DemoOrgStatus } from "./demo-org-status.ts";
import { describeDemoOrg } from "./describe-org.ts";
import type { RequestChoice } from "./request-choice.ts";
import { shorten } from "./shorten.ts";

export function describeUnusedOrg(
  { org, domain }: Pick<RequestChoice, "org" | "domain">,
  demoOrg: DemoOrgStatus,
): ReturnType<typeof describeDemoOrg> {
  if (org === "demo") return describeDemoOrg(demoOrg);
  return {
    name: shorten(domain) || "My Okta org",
    state: { status: "unknown", detail: "not contacted" },
  };
}
