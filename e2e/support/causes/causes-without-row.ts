import type { CauseWithoutRow } from "./cause-row.ts";

export const causesWithoutRow: readonly CauseWithoutRow[] = [
  {
    cause: "22: the org has no API Access Management",
    reason: "Every demo org has it. The page sees E0000015 only in a custom server's metadata.",
  },
  {
    cause: "25: Token Preview shows the claim, and the app does not get it",
    reason: "The demo org's Token Preview runs the real flow, so the two can't differ.",
  },
  {
    cause: "27: the claim's name is reserved",
    reason: "The Management API refuses such a claim, so no token can lack it.",
  },
  {
    cause: "30: Terraform silently ignored the claim",
    reason: "The org sees no claim: it is cause 4 with another history.",
  },
  {
    cause: "31: the app is from the Okta Integration Network",
    reason: "The demo org has no catalogue of apps.",
  },
  {
    cause: "33: the -admin host, or a wrong issuer",
    reason: "The form corrects or refuses such a domain before a request is sent.",
  },
  {
    cause: "an inactive app or authorization server, or one that does not exist",
    reason: "The org shows its own error page and does not redirect.",
  },
  {
    cause: "an encrypted token, or a response behind a router's path",
    reason: "The demo org signs its tokens, and redirects to registered addresses only.",
  },
];
