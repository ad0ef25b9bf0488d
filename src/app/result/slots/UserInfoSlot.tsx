import { useEffect, useId, useMemo, useRef } from "react";
import type { Check } from "../../../oidc/check.ts";
import type { ClaimsSet } from "../../../oidc/claims-set.ts";
import type { JsonObject } from "../../../oidc/json.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import type { TokenPrediction } from "../../../okta/prediction.ts";
import type { PredictionComparison } from "../../../okta/prediction-comparison.ts";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { remarkOnCall, type UserInfoCall, type UserInfoFailure } from "../../user-info-call.ts";
import { ClaimsView } from "../claims/ClaimsView.tsx";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { keepCounts } from "../claims/format-count.ts";
import { focusHeading } from "../details/details-ids.ts";
import { describeNoGroups, describeWeight, weighClaims } from "./claims-weight.ts";
import { GroupsLine, Slot } from "./Slot.tsx";
import { PredictionLine } from "./TokenSlots.tsx";
import styles from "./UserInfoSlot.module.css";
import { MissingWeight, WeightStrip } from "./WeightStrip.tsx";

type UserInfoSlotProps = {
  userInfo: ClaimsSet | undefined;
  call: UserInfoCall;
  idTokenClaims: JsonObject | undefined;
  leftOut: readonly LeftOutClaim[] | undefined;
  prediction: TokenPrediction | undefined;
  comparison: PredictionComparison | undefined;
  subjectCheck: Check | undefined;
  nowSeconds: number;
  explainAll: boolean;
};

export function UserInfoSlot(props: UserInfoSlotProps) {
  const { userInfo, subjectCheck, call } = props;
  const hasCalled = useRef(false);

  useEffect(() => {
    // The claims replace the button that had the focus. The user may have moved the focus meanwhile.
    if (userInfo && hasCalled.current && document.activeElement === document.body)
      focusHeading("userinfo");
    hasCalled.current = false;
  }, [userInfo]);

  function callHere() {
    hasCalled.current = true;
    call.call();
  }

  if (subjectCheck?.status === "fail") return <OtherUserSlot check={subjectCheck} />;
  return userInfo ? (
    <CalledSlot {...props} userInfo={userInfo} />
  ) : (
    <UncalledSlot {...props} call={{ ...call, call: callHere }} />
  );
}

/** UserInfo about another user must not be used: OpenID Connect Core 1.0 §5.3.2. */
function OtherUserSlot({ check }: { check: Check }) {
  return (
    <Slot title="UserInfo" isEmpty>
      <div className={styles.call}>
        <Failure
          title="UserInfo is about another user"
          sentences={[`${check.detail} Its claims were dropped.`]}
        />
      </div>
    </Slot>
  );
}

function CalledSlot(props: UserInfoSlotProps & { userInfo: ClaimsSet }) {
  const { userInfo, idTokenClaims, comparison, subjectCheck, nowSeconds, explainAll } = props;
  const { members, claims } = userInfo;
  const origins = useClaimOrigins();
  const weight = weighClaims(members, origins);
  const added = useMemo(
    () =>
      idTokenClaims &&
      new Set(Object.keys(claims).filter((name) => !Object.hasOwn(idTokenClaims, name))),
    [claims, idTokenClaims],
  );
  return (
    <Slot
      title="UserInfo"
      strip={<WeightStrip members={members} leftOut={[]} />}
      caption={
        <>
          <p>{keepCounts(describeWeight(weight))}</p>
          {added && added.size > 0 && <p>{added.size} added: not in the ID token.</p>}
          <PredictionLine comparison={comparison} />
          {subjectCheck?.status === "skipped" && <p>{subjectCheck.detail}</p>}
        </>
      }
    >
      {weight.groups === 0 && <GroupsLine fate={describeNoGroups(claims, origins)} />}
      <ClaimsView set={userInfo} nowSeconds={nowSeconds} explainAll={explainAll} added={added} />
    </Slot>
  );
}

function describeExpectation({ groups, because }: TokenPrediction): string {
  if (groups === "depends") return `It may return groups. ${because}`;
  return groups === "yes" ? "It should return the groups." : "It should return no groups.";
}

function UncalledSlot({ call, leftOut = [], prediction }: UserInfoSlotProps) {
  const { status, failure } = call;
  const isCalling = status === "calling";
  return (
    <Slot
      title="UserInfo"
      isEmpty
      strip={leftOut.length > 0 && <MissingWeight claims={leftOut} />}
      caption={
        <p>
          {isCalling ? "Calling…" : status === "failed" ? "The call failed." : "Not called yet."}{" "}
          {prediction && status !== "failed" && describeExpectation(prediction)}
        </p>
      }
    >
      <div className={styles.call}>
        {status === "failed" && failure && <Failure {...failure} />}
        <CallButton call={call} isPromising={prediction?.groups !== "no"} />
      </div>
    </Slot>
  );
}

function Failure({ title, sentences }: Pick<UserInfoFailure, "title" | "sentences">) {
  return (
    <Callout kind="alert">
      <h4>{title}</h4>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Callout>
  );
}

type CallButtonProps = {
  call: UserInfoCall;
  isPromising: boolean;
};

/** Disabled if a failed check forbids sending the access token. A call waits until the checks are done. */
function CallButton({ call: userInfo, isPromising }: CallButtonProps) {
  const remarkId = useId();
  const { status, decision, call } = userInfo;
  const isWaiting = status === "queued" || status === "calling";
  const remark = remarkOnCall(userInfo);
  return (
    <>
      <Button
        look={
          status === "failed" || decision.kind === "refuse" || !isPromising
            ? "secondary"
            : "primary"
        }
        disabled={decision.kind === "refuse"}
        // Not `disabled` while the button waits, because a disabled button loses the focus.
        aria-disabled={isWaiting || undefined}
        aria-describedby={remark ? remarkId : undefined}
        onClick={() => !isWaiting && call()}
      >
        {status === "failed" ? "Try again" : "Call UserInfo"}
      </Button>
      {remark && (
        <p id={remarkId} data-kind={decision.kind}>
          {remark}
        </p>
      )}
    </>
  );
}
