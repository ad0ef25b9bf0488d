import type { ApiFailure } from "./api-call.ts";

export function describeFailure(failure: ApiFailure): string {
  switch (failure.kind) {
    case "unreachable":
      return "The demo org isn’t responding. Reload the page. Copy what you typed first: reloading clears it.";
    case "unreadable":
      return "This page can’t parse the demo org’s response. The page and the org may have different versions: reload the page.";
    case "refused":
      return failure.status === 404
        ? "The demo org doesn’t have this object. It may have been deleted, or the org was reset."
        : failure.summary;
    default:
      return failure satisfies never;
  }
}
