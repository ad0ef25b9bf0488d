import type { JsonObject } from "../../../oidc/json.ts";
import type { Checks } from "../../../oidc/trust.ts";
import { isLastingFailure } from "../../../oidc/trust.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import type { Prediction, TokenPrediction } from "../../../okta/prediction.ts";
import { comparePrediction, compareRefusal } from "../../../okta/prediction-comparison.ts";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { type IssuedTokens, listIssuedTokens, type TokenSource } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { Slot, Slots, type SlotTitle } from "./Slot.tsx";
import styles from "./TokenSlots.module.css";
import { AccessTokenSlot, IdTokenSlot, PredictionLine } from "./TokenSlots.tsx";
import { UserInfoSlot } from "./UserInfoSlot.tsx";

type RunSlotsProps = {
  run: Run;
  checks: Checks;
  nowSeconds: number;
  leftOut: readonly LeftOutClaim[] | undefined;
  userInfo: UserInfoCall;
  prediction: Prediction | undefined;
  explainAll: boolean;
  /** The endpoint whose tokens are shown. A hybrid flow can return tokens from two endpoints. */
  source: TokenSource;
  onChooseSource: (source: TokenSource) => void;
};

const sources = [
  { value: "redirect", label: "Redirect" },
  { value: "token_endpoint", label: "Token endpoint" },
] as const;

export function RunSlots(props: RunSlotsProps) {
  const { run, checks, nowSeconds, leftOut, userInfo, prediction, explainAll } = props;
  const { source, onChooseSource } = props;
  const issued = listIssuedTokens(run);
  const isHybrid = issued.length > 1;
  const tokens = issued.find((it) => !isHybrid || it.source === source);
  const { idToken, accessToken } = tokens ?? nothing;
  const shared = { run, checks, nowSeconds, explainAll, source: tokens?.source };
  const predicted =
    tokens?.source === "token_endpoint" ? prediction?.tokenEndpoint : prediction?.redirect;
  const server = run.request?.server.kind ?? "org";
  const origins = useClaimOrigins();
  const isComparable = !hasFailedForGood(checks);
  const compare = (expected: TokenPrediction | undefined, claims: JsonObject | undefined) =>
    prediction && claims && isComparable
      ? comparePrediction({ prediction, predicted: expected, claims, origins, server })
      : undefined;
  const claimsOf = (token: typeof idToken | typeof accessToken) =>
    token?.decoded.kind === "decoded" ? token.decoded.claims : undefined;
  const idTokenClaims = claimsOf(idToken);
  const renderMissing = (title: SlotTitle, token: MissingToken) => (
    <Slot
      title={title}
      isEmpty
      caption={
        <>
          <p>{explainMissing(token, props, tokens)}</p>
          <PredictionLine comparison={isComparable ? compareMissing(token, props) : undefined} />
        </>
      }
    />
  );
  return (
    <>
      {isHybrid && (
        <div className={styles.sources}>
          <SegmentedControl
            legend="Tokens from"
            choices={sources}
            value={source}
            onChange={onChooseSource}
            size="small"
          />
        </div>
      )}
      <Slots key={`${run.id} ${tokens?.source}`} full={[!!idToken, !!accessToken, !!run.userInfo]}>
        {idToken ? (
          <IdTokenSlot
            {...shared}
            token={idToken}
            leftOut={leftOut}
            comparison={compare(predicted?.idToken, idTokenClaims)}
          />
        ) : (
          renderMissing("ID token", "idToken")
        )}
        {accessToken ? (
          <AccessTokenSlot
            {...shared}
            token={accessToken}
            comparison={compare(predicted?.accessToken, claimsOf(accessToken))}
          />
        ) : (
          renderMissing("Access token", "accessToken")
        )}
        {accessToken || run.userInfo ? (
          <UserInfoSlot
            userInfo={run.userInfo}
            call={userInfo}
            idTokenClaims={idTokenClaims}
            leftOut={leftOut}
            prediction={prediction?.userInfo}
            comparison={compare(prediction?.userInfo, run.userInfo?.claims)}
            subjectCheck={checks.results.find(({ id }) => id === "userinfo.sub")}
            {...{ nowSeconds, explainAll }}
          />
        ) : (
          <Slot title="UserInfo" isEmpty caption={<p>{explainMissingUserInfo(props)}</p>} />
        )}
      </Slots>
    </>
  );
}

/** Time checks don't count. After any other failed check, the response may be forged, so it proves no prediction. */
function hasFailedForGood({ results }: Checks): boolean {
  return results.some(isLastingFailure);
}

const nothing = { idToken: undefined, accessToken: undefined };

type MissingToken = keyof typeof nothing;

function compareMissing(token: MissingToken, { prediction, run: { response } }: RunSlotsProps) {
  return response.kind === "error" && prediction && !prediction.notRequested[token]
    ? compareRefusal(prediction, response.error)
    : undefined;
}

const parameterNames = { idToken: "id_token", accessToken: "access_token" };

function explainMissingUserInfo({ run, prediction }: RunSlotsProps): string {
  if (listIssuedTokens(run).some(({ accessToken }) => accessToken)) {
    return "Called with the token endpoint’s access token.";
  }
  return prediction?.notRequested.userInfo ?? "Needs an access token.";
}

function explainMissing(
  token: MissingToken,
  { run: { response, tokenRequest }, prediction }: RunSlotsProps,
  tokens: IssuedTokens | undefined,
): string {
  if (tokens?.source === "redirect" && tokenRequest) return "The redirect doesn’t return one.";
  const notRequested = prediction?.notRequested[token];
  if (notRequested !== undefined) return notRequested;
  switch (response.kind) {
    case "error":
      if (response.parameters.some(({ name, value }) => name === parameterNames[token] && value)) {
        return "Returned together with an error, so the page doesn’t use it.";
      }
      return prediction ? "Requested, but refused: no token was issued." : "No token was issued.";
    case "unreadable":
      return "The response can’t be parsed.";
    case "success":
      if (tokenRequest && !tokens) return unexchanged[tokenRequest.status];
      return prediction
        ? "Requested, but the response doesn’t have it."
        : "The response doesn’t have one.";
    default:
      return response satisfies never;
  }
}

const unexchanged = {
  sending: "Waiting for the token endpoint.",
  unsent: "The code was not exchanged.",
  sent: "The token endpoint issued none.",
};
