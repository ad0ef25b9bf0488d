import type { Checks } from "../../../oidc/trust.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import type { Prediction } from "../../../okta/prediction.ts";
import { issuedTokens } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { AccessTokenSlot } from "./AccessTokenSlot.tsx";
import { IdTokenSlot } from "./IdTokenSlot.tsx";
import { Slot } from "./Slot.tsx";
import { Slots } from "./Slots.tsx";
import { UserInfoSlot } from "./UserInfoSlot.tsx";

type RunSlotsProps = {
  run: Run;
  checks: Checks;
  nowSeconds: number;
  /** Claims that the ID token is known to have left out; `undefined` where that is not known. */
  leftOut: { idToken: readonly LeftOutClaim[] | undefined };
  userInfo: UserInfoCall;
  /** Of the run's request; `undefined` where the request is not known. */
  prediction: Prediction | undefined;
  explainAll: boolean;
};

/** The three places where groups can be, and what a run has in each. */
export function RunSlots(props: RunSlotsProps) {
  const { run, checks, nowSeconds, leftOut, userInfo, prediction, explainAll } = props;
  const { idToken, accessToken } = issuedTokens(run);
  const shared = { run, checks, nowSeconds, explainAll };
  const idTokenClaims = idToken?.decoded.kind === "decoded" ? idToken.decoded.claims : undefined;
  return (
    <Slots
      key={run.id}
      sizes={[
        idToken ? "full" : "empty",
        accessToken ? "full" : "empty",
        run.userInfo ? "full" : "empty",
      ]}
    >
      {idToken ? (
        <IdTokenSlot {...shared} token={idToken} leftOut={leftOut.idToken} />
      ) : (
        <Slot title="ID token" isEmpty caption={<p>{explainMissing("idToken", props)}</p>} />
      )}
      {accessToken ? (
        <AccessTokenSlot {...shared} token={accessToken} />
      ) : (
        <Slot
          title="Access token"
          isEmpty
          caption={<p>{explainMissing("accessToken", props)}</p>}
        />
      )}
      {accessToken || run.userInfo ? (
        <UserInfoSlot
          userInfo={run.userInfo}
          call={userInfo}
          idTokenClaims={idTokenClaims}
          leftOut={leftOut.idToken}
          prediction={prediction?.userInfo}
          subjectCheck={checks.results.find(({ id }) => id === "userinfo.sub")}
          nowSeconds={nowSeconds}
          explainAll={explainAll}
        />
      ) : (
        <Slot
          title="UserInfo"
          isEmpty
          caption={<p>{prediction?.notRequested.userInfo ?? "Needs an access token."}</p>}
        />
      )}
    </Slots>
  );
}

function explainMissing(
  token: "idToken" | "accessToken",
  { run: { response }, prediction }: RunSlotsProps,
): string {
  const notRequested = prediction?.notRequested[token];
  if (notRequested !== undefined) return notRequested;
  switch (response.kind) {
    case "error":
      return prediction ? "Requested, but refused: no token was issued." : "No token was issued.";
    case "unreadable":
      return "The response can’t be read.";
    case "success":
      return prediction
        ? "Requested, but the response doesn’t have it."
        : "The response doesn’t have one.";
    default:
      return response satisfies never;
  }
}
