import type { MetadataAnswer } from "../oidc/discovery.ts";
import { type MetadataRefusal, readMetadataRefusal } from "../okta/metadata-refusal.ts";
import { shorten } from "./shorten.ts";

/** Why a server's metadata could not be used, in a sentence or two, with what to look at next. */
export function explainMetadataProblem(answer: Exclude<MetadataAnswer, { kind: "read" }>): string {
  switch (answer.kind) {
    case "unreachable":
      return answer.because === "timed_out"
        ? "The server did not answer in time. Check the domain, or try again."
        : "Nothing readable answered there. Check the domain’s spelling and your network; a blocked address and a missing CORS header look the same from a page.";
    case "other_answer":
      return explainRefusal(readMetadataRefusal(answer));
    case "issuer_mismatch":
      return `The metadata names another issuer, ${shorten(answer.received)}, than the one asked, ${answer.expected}. Use the org’s own domain, or the custom domain that its issuer is set to.`;
    default:
      return answer satisfies never;
  }
}

function explainRefusal(refusal: MetadataRefusal): string {
  switch (refusal.kind) {
    case "no_such_server":
      return "The org answers, but knows no such authorization server, or has it switched off. Check its ID and its status under Security > API in the Admin Console.";
    case "not_okta":
      return "Something answers there, but not with an authorization server’s metadata: this does not look like an Okta org.";
    case "refused":
      return `The org refused to show its metadata (status ${refusal.status}${refusal.errorSummary ? `: ${shorten(refusal.errorSummary)}` : ""}).`;
    default:
      return refusal satisfies never;
  }
}
