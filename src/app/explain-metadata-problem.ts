import { describeAllowedOrgs } from "../oidc/allowed-orgs.ts";
import type { MetadataResult } from "../oidc/discovery.ts";
import { explainMetadataRefusal, type MetadataRefusal } from "../okta/metadata-refusal.ts";
import { writeShort } from "./result/claims/VisibleText.tsx";

export function explainMetadataProblem(
  answer: Exclude<MetadataResult, { kind: "loaded" }>,
): string {
  switch (answer.kind) {
    case "unreachable":
      return answer.because === "not_allowed" ? describeAllowedOrgs() : unreachable[answer.because];
    case "other_response":
      return explainRefusal(explainMetadataRefusal(answer));
    case "issuer_mismatch":
      return `The metadata has the issuer ${writeShort(answer.received)}, but you chose ${answer.expected}. If both belong to your org, use the metadata’s: it will be in the tokens. Otherwise don’t trust this server.`;
    default:
      return answer satisfies never;
  }
}

const unreachable = {
  timed_out: "The server did not respond in time. Check the domain, or try again.",
  too_large:
    "The server returned more than 1 MB, so the page stopped reading. This is probably not an Okta org.",
  failed:
    "The server can’t be reached from this page. Check the domain and your network. The browser does not say whether the address is wrong, blocked, or lacks CORS headers.",
};

function explainRefusal(refusal: MetadataRefusal): string {
  switch (refusal.kind) {
    case "no_such_server":
      return "The org has no active authorization server with this ID. Check its ID and status in Security > API.";
    case "no_api_access_management":
      return "The org has no API Access Management, which custom authorization servers need. Choose the org server.";
    case "not_okta":
      return "The server responds, but not with an authorization server’s metadata. This is probably not an Okta org.";
    case "refused":
      return `The org refused to return its metadata (status ${refusal.status}${refusal.errorSummary ? `: ${writeShort(refusal.errorSummary)}` : ""}).`;
    default:
      return refusal satisfies never;
  }
}
