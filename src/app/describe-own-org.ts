import type { MetadataResult } from "../oidc/discovery.ts";
import { explainMetadataRefusal } from "../okta/metadata-refusal.ts";
import type { MetadataState } from "./request/use-metadata.ts";
import type { OrgState } from "./shell/OrgButton.tsx";

/** Describes the state of the user's own org in a few words. @returns `undefined` before the org is contacted. */
export function describeOwnOrg(metadata: MetadataState): OrgState | undefined {
  switch (metadata.status) {
    case "not-requested":
      return undefined;
    case "loading":
      return { status: "waiting", detail: "connecting…" };
    case "done": {
      const { answer, isClientUnknown } = metadata;
      if (answer.kind !== "loaded") return { status: "problem", detail: summarize(answer) };
      return isClientUnknown
        ? { status: "problem", detail: "unknown client ID" }
        : { status: "ready", detail: "responds" };
    }
    default:
      return metadata satisfies never;
  }
}

function summarize(answer: Exclude<MetadataResult, { kind: "loaded" }>): string {
  switch (answer.kind) {
    case "unreachable":
      return unreachable[answer.because];
    case "other_response":
      return refusals[explainMetadataRefusal(answer).kind];
    case "issuer_mismatch":
      return "another issuer";
    default:
      return answer satisfies never;
  }
}

const unreachable = {
  failed: "can’t be reached",
  timed_out: "doesn’t respond",
  too_large: "no metadata",
  not_allowed: "not allowed here",
};

const refusals = {
  no_such_server: "no such server",
  no_api_access_management: "no custom servers",
  not_okta: "no metadata",
  refused: "no metadata",
};
