/** The console's tabs. */
export const applicationTabs = [
  { tab: "general", name: "General" },
  { tab: "sign-on", name: "Sign On" },
  { tab: "assignments", name: "Assignments" },
] as const;

export type ApplicationTab = (typeof applicationTabs)[number]["tab"];
