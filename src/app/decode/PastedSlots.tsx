import type { Checks } from "../../oidc/trust.ts";
import { issuedTokens, tokenClaimsOf } from "../issued-tokens.ts";
import { findLeftOut } from "../result/find-left-out.ts";
import { Slot, Slots, type SlotTitle } from "../result/slots/Slot.tsx";
import { AccessTokenSlot, IdTokenSlot } from "../result/slots/TokenSlots.tsx";
import { UserInfoSlot } from "../result/slots/UserInfoSlot.tsx";
import type { Run } from "../run.ts";
import type { UserInfoCall } from "../user-info-call.ts";

type PastedSlotsProps = { run: Run; checks: Checks; nowSeconds: number; explainAll: boolean };

export function PastedSlots({ run, checks, nowSeconds, explainAll }: PastedSlotsProps) {
  const { idToken, accessToken } = issuedTokens(run);
  const { userInfo } = run;
  const { idTokenClaims } = tokenClaimsOf(run);
  const leftOut = findLeftOut(run, [run], undefined);
  const ofToken = { run, checks, source: undefined, comparison: undefined, nowSeconds, explainAll };
  return (
    <Slots full={[!!idToken, !!accessToken, !!userInfo]}>
      {idToken ? (
        <IdTokenSlot {...ofToken} token={idToken} leftOut={leftOut} />
      ) : (
        <EmptySlot title="ID token">Add the ID token to the box above.</EmptySlot>
      )}
      {accessToken ? (
        <AccessTokenSlot {...ofToken} token={accessToken} />
      ) : (
        <EmptySlot title="Access token">Add the access token to the box above.</EmptySlot>
      )}
      {userInfo ? (
        <UserInfoSlot
          userInfo={userInfo}
          call={noCall}
          idTokenClaims={idTokenClaims}
          leftOut={leftOut}
          prediction={undefined}
          comparison={undefined}
          subjectCheck={checks.results.find(({ id }) => id === "userinfo.sub")}
          nowSeconds={nowSeconds}
          explainAll={explainAll}
        />
      ) : (
        <EmptySlot title="UserInfo">Add UserInfo’s response to the box above.</EmptySlot>
      )}
    </Slots>
  );
}

function EmptySlot({ title, children }: { title: SlotTitle; children: string }) {
  return <Slot title={title} isEmpty caption={<p>{children}</p>} />;
}

/** This page sends no token. */
export const noCall: UserInfoCall = {
  status: "not-called",
  decision: { kind: "refuse", reason: "" },
  call: () => undefined,
};
