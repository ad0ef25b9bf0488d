import { foreignKeysCheckId } from "../../checks/foreign-keys.ts";
import { listIssuedTokens } from "../../issued-tokens.ts";
import type { SequenceEvent, SequenceInput, SequenceMessage } from "./sequence.ts";

/** The issuer's metadata and keys, as far as the page fetched them for the checks, and how the checks went. */
export function buildCheckEvents(input: SequenceInput): readonly SequenceEvent[] {
  const { status, results } = input.checks;
  const count = (it: "pass" | "fail") => results.filter((check) => check.status === it).length;
  const [passed, failed] = [count("pass"), count("fail")];
  const isRunning = status === "running";
  return [
    ...(isRunning ? [] : buildKeyEvents(input)),
    {
      kind: "note",
      at: "browser",
      text: isRunning
        ? "Checking signatures…"
        : failed > 0
          ? `${failed} of ${passed + failed} checks failed.`
          : `${passed} of ${passed} checks pass.`,
      look: failed > 0 ? "failed" : "plain",
      target: "checks",
    },
  ];
}

/** Without a request, or without tokens, nothing was fetched: there is no issuer to ask, or nothing to verify. */
function buildKeyEvents({ run, checks: { results } }: SequenceInput): readonly SequenceEvent[] {
  const metadata = results.find(({ id }) => id === "metadata.issuer");
  if (!metadata || !run.request || listIssuedTokens(run).length === 0) return [];
  const areForeign = results.some(({ id }) => id === foreignKeysCheckId);
  // Without the keys, no signature passes or fails.
  const hasKeys = results.some(({ id, status }) => /\.signature$/.test(id) && status !== "skipped");
  const sent: SequenceMessage = {
    ...toServer,
    title: hasKeys ? "GET the metadata, then the keys" : "GET the metadata",
    details: [".well-known/openid-configuration", ...(hasKeys ? ["its jwks_uri"] : [])],
  };
  if (metadata.status === "skipped") {
    const text = "The metadata can’t be used, so no signature was checked.";
    return [sent, { kind: "note", at: "browser", text, look: "failed", target: "checks" }];
  }
  const received: SequenceMessage = {
    ...fromServer,
    title: hasKeys ? "Metadata and public keys" : "Metadata",
    details: areForeign ? ["The keys are on another host, so they were not fetched."] : [],
  };
  return metadata.status === "fail"
    ? [sent, { ...received, title: "Metadata of another issuer", look: "failed" }]
    : [sent, received];
}

const toServer = {
  kind: "message",
  from: "browser",
  to: "authorization-server",
  look: "plain",
  payloads: [],
  target: "checks",
} as const;

const fromServer = { ...toServer, from: "authorization-server", to: "browser" } as const;
