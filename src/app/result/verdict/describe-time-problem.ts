import type { Check } from "../../../oidc/check.ts";
import { findMember, type JsonObject } from "../../../oidc/json.ts";
import {
  formatDuration,
  formatTime,
  isInMilliseconds,
  parseNumericDate,
} from "../../../oidc/numeric-date.ts";
import { diagnose } from "../../../okta/diagnosis.ts";
import { tokenClaimsOf } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { findGroups } from "../claims-sources.ts";
import { toDiagnosable } from "./to-diagnosable.ts";
import { type Description, sendNewRequest, type VerdictInput } from "./verdict-data.ts";

/** Describes a token that has expired, is not valid yet or has contradictory times, or this computer's wrong clock. */
export function describeTimeProblem(
  { run, nowSeconds, setUp }: VerdictInput,
  request: SentRequest,
  check: Check,
): Description {
  return {
    ...explainTime(run, check, nowSeconds),
    tone: "failed",
    groups: findGroups(run),
    primary: sendNewRequest,
    others: diagnose(toDiagnosable(run, request, { setUp })).causes.filter(
      ({ change }) => change?.kind !== "call_userinfo",
    ),
  };
}

const daySeconds = 86_400;
const checkClock = "Check this computer’s clock";

function explainTime(
  run: Run,
  { id, about, detail }: Check,
  nowSeconds: number,
): Pick<Description, "heading" | "sentences"> {
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  const [token, claims] =
    about === "id_token" ? ["ID token", idTokenClaims] : ["access token", accessTokenClaims];
  const name = id.slice(id.indexOf(".") + 1);
  const time = findTime(claims ?? {}, name);
  const invalid = {
    heading: `Don’t trust the ${token}: its times are not valid`,
    sentences: [detail],
  };
  if (time === undefined) return invalid;
  if (name === "exp") {
    const wasExpired = run.receivedAtSeconds - time;
    if (wasExpired <= 0) return { heading: `The ${token} has expired`, sentences: [detail] };
    return {
      heading: checkClock,
      sentences: [
        `The ${token} had expired ${formatDuration(wasExpired)} before it was received. Either the response is old, or this computer’s clock is ahead.`,
      ],
    };
  }
  const expiry = findTime(claims ?? {}, "exp");
  const ahead = time - nowSeconds;
  const isContradiction = expiry !== undefined && time > expiry;
  if (isContradiction || ahead <= 0) return invalid;
  if (ahead < daySeconds) {
    return {
      heading: checkClock,
      sentences: [
        `It is ${formatDuration(ahead)} behind the ${token}’s ${name}, ${formatTime(time, nowSeconds)}.`,
      ],
    };
  }
  return { heading: `Don’t trust the ${token}: it is not valid yet`, sentences: [detail] };
}

function findTime(claims: JsonObject, name: string): number | undefined {
  const value = findMember(claims, name);
  return isInMilliseconds(value) ? undefined : parseNumericDate(value);
}
