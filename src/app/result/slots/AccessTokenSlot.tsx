import { useState } from "react";
import type { ReceivedToken } from "../../../oidc/parsed-response.ts";
import type { AccessToken } from "../../../oidc/tokens.ts";
import { type Checks, computeTokenTrust } from "../../../oidc/trust.ts";
import type { PredictionComparison } from "../../../okta/prediction-comparison.ts";
import { Button } from "../../../ui/Button.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import type { TokenSource } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { ClaimsView } from "../claims/ClaimsView.tsx";
import { CopyTools } from "../claims/CopyTools.tsx";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import styles from "./AccessTokenSlot.module.css";
import { weighClaims } from "./claims-weight.ts";
import { describeWeight } from "./describe-weight.ts";
import { isOpaque } from "./is-opaque.ts";
import { PredictionLine } from "./PredictionLine.tsx";
import { GroupsLine, Slot, SlotTag } from "./Slot.tsx";
import { TrustBadge, TrustReason } from "./TrustBadge.tsx";
import { UndecodableToken } from "./UndecodableToken.tsx";
import { WeightStrip } from "./WeightStrip.tsx";

type AccessTokenSlotProps = {
  run: Run;
  token: ReceivedToken<AccessToken>;
  /** The endpoint that issued the token. */
  source: TokenSource | undefined;
  checks: Checks;
  comparison: PredictionComparison | undefined;
  nowSeconds: number;
  explainAll: boolean;
};

/** A received access token. The org server's own is opaque: its claims wait behind a button. */
export function AccessTokenSlot(props: AccessTokenSlotProps) {
  const { token, source, checks, comparison, nowSeconds, explainAll } = props;
  const origins = useClaimOrigins();
  const { raw, decoded } = token;
  if (isOpaque(props.run, decoded)) return <OpaqueTokenSlot {...props} />;
  const trust = computeTokenTrust(checks, "access_token", source);
  const badge = <TrustBadge trust={trust} />;
  if (decoded.kind === "undecodable") {
    const isEncrypted = decoded.problem.code === "encrypted";
    return (
      <Slot
        title="Access token"
        tag={isEncrypted && <SlotTag word="Encrypted" />}
        badge={badge}
        caption={<TrustReason trust={trust} />}
      >
        <UndecodableToken raw={raw} problem={decoded.problem} />
      </Slot>
    );
  }
  const { members, header } = decoded;
  const weight = weighClaims(members, origins);
  const isPartial = props.run.pasted?.partialTokens.includes("access_token");
  return (
    <Slot
      title="Access token"
      badge={badge}
      strip={<WeightStrip members={members} leftOut={[]} />}
      caption={
        <>
          <p>{describeWeight(weight)}</p>
          <PredictionLine comparison={comparison} />
          <TrustReason trust={trust} />
        </>
      }
    >
      {weight.groups === 0 && <GroupsLine fate={isPartial ? "not in what is left" : "absent"} />}
      <ClaimsView
        set={decoded}
        token={raw === "" ? undefined : { raw, header }}
        nowSeconds={nowSeconds}
        explainAll={explainAll}
      />
    </Slot>
  );
}

function OpaqueTokenSlot(props: AccessTokenSlotProps) {
  const { token, source, checks, comparison, nowSeconds, explainAll } = props;
  const [isOpen, setIsOpen] = useState(false);
  const copying = useCopy();
  const { raw, decoded } = token;
  const trust = computeTokenTrust(checks, "access_token", source);
  const hasFailed = trust.level === "failed";
  return (
    <Slot
      title="Access token"
      tag={<SlotTag word="Opaque" />}
      // Apps don't verify these tokens, so "Not verified" would worry for nothing.
      badge={hasFailed && <TrustBadge trust={trust} />}
      strip={decoded.kind === "decoded" && <WeightStrip members={decoded.members} leftOut={[]} />}
      caption={
        <>
          <p>For Okta alone. It never carries groups.</p>
          {explainAll && (
            <p>Okta may change what is inside at any time, so no app should read it.</p>
          )}
          <PredictionLine comparison={comparison} />
          {hasFailed && <TrustReason trust={trust} />}
        </>
      }
    >
      <GroupsLine fate="never" />
      {decoded.kind === "decoded" && isOpen ? (
        <ClaimsView
          set={decoded}
          token={{ raw, header: decoded.header }}
          nowSeconds={nowSeconds}
          explainAll={explainAll}
        />
      ) : (
        <div className={styles.closed}>
          {decoded.kind === "decoded" && (
            <Button look="quiet" onClick={() => setIsOpen(true)}>
              Decode anyway
            </Button>
          )}
          <CopyTools {...copying} token={raw} />
        </div>
      )}
    </Slot>
  );
}
