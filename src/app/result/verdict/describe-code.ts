import { diagnose } from "../../../okta/diagnosis.ts";
import { explainTokenStep } from "../../explain-token-step.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { TokenStep } from "../../token-step.ts";
import { listActions } from "./list-actions.ts";
import { toDiagnosable } from "./to-diagnosable.ts";
import {
  type Description,
  sendNewRequest,
  type VerdictAction,
  type VerdictInput,
} from "./verdict-data.ts";

/** Describes a response whose code brought no tokens: not yet, or not at all. */
export function describeCode(
  { run, nowSeconds, pageOrigin, setUp }: VerdictInput,
  request: SentRequest,
  step: TokenStep,
): Description {
  const explained = explainTokenStep(step, { run, nowSeconds, pageOrigin });
  const heading = explained.title;
  const sentences = [...explained.sentences, ...explained.steps];
  if (step.kind === "sending") return { tone: "none", heading, sentences };
  if (step.kind === "waiting") {
    const primary = buildExchange(step);
    return { tone: "none", heading, sentences, primary, secondary: [sendNewRequest] };
  }
  if (step.kind === "impossible" || step.exchange.kind !== "error") {
    return { tone: "error", heading, sentences, primary: sendNewRequest };
  }
  const { error, description } = step.exchange;
  const [cause] = diagnose(toDiagnosable(run, request, { setUp })).reasons;
  const [primary = sendNewRequest, ...secondary] = cause ? listActions(cause) : [];
  return {
    tone: "error",
    heading,
    quote: { error, description },
    // The steps are below, with the cause.
    sentences: explained.sentences,
    cause,
    primary,
    secondary,
  };
}

function buildExchange(step: Extract<TokenStep, { kind: "waiting" }>): VerdictAction {
  const { reason, tokenEndpoint } = step;
  return reason === "foreign_endpoint" && tokenEndpoint !== undefined
    ? {
        kind: "exchange-code",
        label: `Send the code to ${new URL(tokenEndpoint).host}`,
        allowsForeignEndpoint: true,
      }
    : { kind: "exchange-code", label: "Exchange the code", allowsForeignEndpoint: false };
}
