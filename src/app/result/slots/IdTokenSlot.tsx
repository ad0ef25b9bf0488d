import type { ReceivedToken } from "../../../oidc/parsed-response.ts";
import type { IdToken } from "../../../oidc/tokens.ts";
import { type Checks, computeTokenTrust } from "../../../oidc/trust.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import type { PredictionComparison } from "../../../okta/prediction-comparison.ts";
import { okta } from "../../../okta/sources.ts";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import type { TokenSource } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { ClaimsView } from "../claims/ClaimsView.tsx";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { type ClaimsWeight, countClaims, weighClaims } from "./claims-weight.ts";
import { describeLeftOut, describeWeight } from "./describe-weight.ts";
import { FatOrThinTag, tags } from "./FatOrThinTag.tsx";
import { judgeRunIdToken } from "./judge-run-id-token.ts";
import { PredictionLine } from "./PredictionLine.tsx";
import { GroupsLine, Slot, SlotTag } from "./Slot.tsx";
import { TrustBadge, TrustReason } from "./TrustBadge.tsx";
import { UndecodableToken } from "./UndecodableToken.tsx";
import { WeightStrip } from "./WeightStrip.tsx";

type IdTokenSlotProps = {
  run: Run;
  token: ReceivedToken<IdToken>;
  /** The endpoint that issued the token. */
  source: TokenSource | undefined;
  checks: Checks;
  /** Claims that the token is known to have left out; `undefined` where that is not known. */
  leftOut: readonly LeftOutClaim[] | undefined;
  comparison: PredictionComparison | undefined;
  nowSeconds: number;
  explainAll: boolean;
};

/** A received ID token: fat or thin, verified or not, and its claims. */
export function IdTokenSlot(props: IdTokenSlotProps) {
  const { run, token, source, checks, comparison, nowSeconds, explainAll } = props;
  const origins = useClaimOrigins();
  const { raw, decoded } = token;
  const trust = computeTokenTrust(checks, "id_token", source);
  const badge = <TrustBadge trust={trust} />;
  if (decoded.kind === "undecodable") {
    const isEncrypted = decoded.problem.code === "encrypted";
    return (
      <Slot
        title="ID token"
        tag={isEncrypted ? <SlotTag word="Encrypted" /> : <FatOrThinTag kind="unknown" />}
        badge={badge}
        caption={<TrustReason trust={trust} />}
      >
        <UndecodableToken raw={raw} problem={decoded.problem} />
      </Slot>
    );
  }
  const { members, claims, header } = decoded;
  const weight = weighClaims(members, origins);
  const { kind, reason } = judgeRunIdToken(run, claims);
  // A fat token has left nothing out by definition.
  const leftOut = props.leftOut ?? (kind === "fat" ? [] : undefined);
  const isLeftOut = leftOut?.some((claim) => claim.kind === "groups");
  const isPartial = run.pasted?.partialTokens.includes("id_token");
  return (
    <Slot
      title="ID token"
      tag={
        <FatOrThinTag
          kind={kind}
          word={<ExternalLink href={okta.tokensAndScopes.url}>{tags[kind].word}</ExternalLink>}
        />
      }
      badge={badge}
      strip={<WeightStrip members={members} leftOut={leftOut} />}
      caption={
        <>
          <p>{describe(weight, leftOut)}</p>
          {explainAll && <p>Base claims don’t depend on the scopes.</p>}
          {(explainAll || kind === "unknown") && <p>{reason}</p>}
          <PredictionLine comparison={comparison} />
          <TrustReason trust={trust} />
        </>
      }
    >
      {weight.groups === 0 && (
        <GroupsLine fate={isLeftOut ? "left out" : isPartial ? "not in what is left" : "absent"} />
      )}
      <ClaimsView
        set={decoded}
        token={raw === "" ? undefined : { raw, header }}
        nowSeconds={nowSeconds}
        explainAll={explainAll}
      />
    </Slot>
  );
}

function describe(weight: ClaimsWeight, leftOut: readonly LeftOutClaim[] | undefined): string {
  if (!leftOut) {
    const others = weight.groups > 0 ? "Profile claims" : "Profile claims and groups";
    return `${countClaims(weight.total)}. ${others} may be left out.`;
  }
  return leftOut.length > 0 ? describeLeftOut(weight, leftOut) : describeWeight(weight);
}
