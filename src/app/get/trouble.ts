import { listResponseParameters, type ResponseProblem } from "../../oidc/authorization-response.ts";
import type { Check } from "../../oidc/check.ts";
import { explainError } from "../../okta/glossary/errors.ts";
import { type Reading, stateOf } from "../reading.ts";
import type { Run } from "../runs.ts";
import { shorten } from "../shorten.ts";
import { nameCheck } from "./name-check.ts";

/** What went wrong with a run, in words, and what to do. */
export type Trouble = {
  title: string;
  /** The server's own words, code and description, where it refused. */
  quote?: { error: string; description: string | undefined };
  sentences: readonly string[];
  steps: readonly string[];
};

/** Everything about a run that the person must hear first. Empty where all is well. */
export function troublesOf(run: Run, reading: Reading, checks: readonly Check[]): Trouble[] {
  const troubles: Trouble[] = [];
  const failed = checks.filter(({ status }) => status === "fail");
  if (failed.some(({ id }) => id === "request.state")) troubles.push(stateTrouble(run));
  if (reading.kind === "unreadable") troubles.push(unreadableTrouble(reading.problem, run));
  if (reading.kind === "refused") {
    const { error, description } = reading.refusal;
    const { title, meaning, steps } = explainError(error, description);
    troubles.push({ title, quote: { error, description }, sentences: [meaning], steps });
  }
  if (reading.kind === "answered") {
    const others = failed.filter(({ id }) => id !== "request.state");
    if (others.length > 0) {
      troubles.push({
        title: "These tokens are not to be trusted",
        sentences: others.map((check) => `${nameCheck(check)}. ${check.detail}`),
        steps: ["Do not rely on anything they say. Send the request again to get new ones."],
      });
    }
    if (reading.idToken?.decoded.kind === "undecodable") {
      troubles.push(undecodableTrouble("ID token"));
    }
    if (reading.accessToken?.decoded.kind === "undecodable" && !reading.accessToken.isOpaque) {
      troubles.push(undecodableTrouble("access token"));
    }
  }
  return troubles;
}

function stateTrouble(run: Run): Trouble {
  const state = stateOf(run);
  const again = "Send the request again from this page and use only that answer.";
  const title = "Nobody here asked for this answer";
  if (run.isRepeat) {
    return {
      title: "This answer has been here before",
      sentences: [
        "Its state belongs to a request of this tab that already has its answer. Going back to the sign-in page or opening an old address does that; so does somebody who replays a link. An answer counts once.",
      ],
      steps: ["The earlier answer is under Compare.", again],
    };
  }
  if (state === undefined) {
    return {
      title,
      sentences: [
        "It brings no state (or more than one), so nothing ties it to a request of this tab. Whatever is in it may be somebody else’s.",
      ],
      steps: [again],
    };
  }
  if (run.expectedState !== undefined) {
    return {
      title,
      sentences: [
        "Its state is not the one that this tab sent. The answer may have been made for another tab, or be an attempt to sign you in as somebody else.",
      ],
      steps: [again],
    };
  }
  return {
    title,
    sentences: [
      "This tab has no request waiting with that state: the request was sent from another tab, the link is an old one, or the browser does not let this page remember what it sent (storage is switched off or full).",
    ],
    steps: ["If you sent it from another tab, look there.", again],
  };
}

function unreadableTrouble(problem: ResponseProblem, { fragment, cameInQuery }: Run): Trouble {
  const title = "The answer cannot be read";
  const steps = ["What came is listed under Response.", "Send the request again."];
  const trouble = (sentence: string) => ({ title, sentences: [sentence], steps });
  switch (problem.code) {
    case "no_token_and_no_error":
      if (listResponseParameters(fragment).some(({ name }) => name === "code")) {
        return trouble(
          "It is an authorization code: the answer to the authorization code flow, for which this page does not ask. An app exchanges it for tokens.",
        );
      }
      return trouble(
        `What stands behind the ${cameInQuery ? "?" : "#"} holds neither a token nor an error, so it is no answer of an authorization server. It may have been cut short, or be a link to a section of a page.`,
      );
    case "repeated_parameter":
      return trouble(
        `The parameter “${shorten(problem.name)}” comes more than once, which no honest answer does (RFC 6749 §3.1): there is no telling which one is meant.`,
      );
    case "malformed_escape":
      return trouble(
        `The parameter “${shorten(problem.name)}” holds a percent sign that begins no valid escape, so its text cannot be told. It may have been cut or edited on its way.`,
      );
    case "not_a_number":
      return trouble(`“${shorten(problem.name)}” should be a number of seconds, and is not.`);
    default:
      return problem satisfies never;
  }
}

function undecodableTrouble(token: string): Trouble {
  return {
    title: `The ${token} cannot be decoded`,
    sentences: ["Why is said beside it. It is kept as it came, below."],
    steps: [
      "Send the request again; if it happens again, look at what stands between you and the org.",
    ],
  };
}
