import { diagnose } from "../../../okta/diagnosis.ts";
import { explainTokenStep } from "../../explain-token-step.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { TokenStep } from "../../token-step.ts";
import { listActions } from "./list-actions.ts";
import { findSetUpPlace } from "./set-up-place.ts";
import { toDiagnosable } from "./to-diagnosable.ts";
import {
  sendNewRequest,
  type Verdict,
  type VerdictAction,
  type VerdictInput,
} from "./verdict-data.ts";

/** Describes a response whose code brought no tokens: not yet, or not at all. */
export function describeCode(
  { run, nowSeconds, pageOrigin, setUp }: VerdictInput,
  request: SentRequest,
  step: TokenStep,
): Verdict {
  const { title, sentences, steps } = explainTokenStep(step, {
    run,
    nowSeconds,
    pageOrigin,
  });
  const shared = { heading: title, groups: [], others: [] };
  switch (step.kind) {
    case "sending":
      return { ...shared, tone: "none", sentences, secondary: [] };
    case "waiting":
      return {
        ...shared,
        tone: "none",
        sentences: [...sentences, ...steps],
        primary: buildExchange(step),
        secondary: [sendNewRequest],
      };
    case "impossible":
      return {
        ...shared,
        tone: "error",
        sentences: [...sentences, ...steps],
        primary: sendNewRequest,
        secondary: [],
      };
    case "sent":
      return step.exchange.kind === "error"
        ? {
            ...shared,
            tone: "error",
            sentences,
            ...describeRefusal({ run, setUp }, request, step.exchange),
          }
        : {
            ...shared,
            tone: "error",
            sentences: [...sentences, ...steps],
            primary: sendNewRequest,
            secondary: [],
          };
    default:
      return step satisfies never;
  }
}

function buildExchange({
  reason,
  tokenEndpoint,
}: Extract<TokenStep, { kind: "waiting" }>): VerdictAction {
  return reason === "foreign_endpoint" && tokenEndpoint !== undefined
    ? {
        kind: "exchange-code",
        label: `Send the code to ${new URL(tokenEndpoint).host}`,
        allowsForeignEndpoint: true,
      }
    : { kind: "exchange-code", label: "Exchange the code", allowsForeignEndpoint: false };
}

/** Okta's words, their cause with its steps, and where to set the demo org up. */
function describeRefusal(
  { run, setUp: orgSetUp }: Pick<VerdictInput, "run" | "setUp">,
  request: SentRequest,
  { error, description }: { error: string; description: string | undefined },
): Pick<Verdict, "quote" | "cause" | "primary" | "secondary" | "setUp"> {
  const quote = { error, description };
  const [cause] = diagnose(toDiagnosable(run, request, { setUp: orgSetUp })).reasons;
  const { server, clientId, org } = request;
  const setUp = org === "demo" ? findSetUpPlace({ server, clientId, refusal: quote }) : undefined;
  const [primary = sendNewRequest, ...secondary] = cause ? listActions(cause) : [];
  return {
    quote,
    ...(cause && { cause }),
    primary,
    secondary,
    ...(setUp && { setUp }),
  };
}
