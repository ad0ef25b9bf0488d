import type { ApiFailure } from "../api/api-call.ts";

/** What went wrong between the page and the org, in a sentence, and what to do. */
export function describeFailure(failure: ApiFailure): string {
  switch (failure.kind) {
    case "unreachable":
      return "The demo org does not answer. Load the page again; what you typed here stays until you do.";
    case "unreadable":
      return "The demo org answered something that this page cannot read. Load the page again: the two may be of different releases.";
    case "refused":
      return failure.status === 404
        ? "This is not in the org any more. Somebody may have deleted it, or the org was reset."
        : failure.summary;
    default:
      return failure satisfies never;
  }
}
