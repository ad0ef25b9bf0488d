import { type ReactNode, useState } from "react";
import type { DecodedJwt, JwtProblem } from "../../../oidc/jwt.ts";
import type { ReceivedToken } from "../../../oidc/parsed-response.ts";
import type { AccessToken, IdToken } from "../../../oidc/tokens.ts";
import { type Checks, computeTokenTrust } from "../../../oidc/trust.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { explainOddAccessToken } from "../../../okta/odd-access-token.ts";
import type { PredictionComparison } from "../../../okta/prediction-comparison.ts";
import { okta } from "../../../okta/sources.ts";
import { Button } from "../../../ui/Button.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { isOpaque } from "../../is-opaque.ts";
import type { TokenSource } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { ClaimsView } from "../claims/ClaimsView.tsx";
import { CopyTools } from "../claims/CopyTools.tsx";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { countOf, keepCounts } from "../claims/format-count.ts";
import { RawToken } from "../claims/RawToken.tsx";
import { writeShort } from "../claims/VisibleText.tsx";
import {
  type ClaimsWeight,
  describeLeftOut,
  describeNoGroups,
  describeWeight,
  weighClaims,
} from "./claims-weight.ts";
import { judgeRunIdToken } from "./judge-run-id-token.ts";
import { FatOrThinTag, GroupsLine, Slot, SlotTag, tags } from "./Slot.tsx";
import styles from "./TokenSlots.module.css";
import { TrustBadge, TrustReason } from "./TrustBadge.tsx";
import { WeightStrip } from "./WeightStrip.tsx";

type TokenSlotProps<Token extends IdToken | AccessToken> = {
  run: Run;
  token: ReceivedToken<Token>;
  source: TokenSource | undefined;
  checks: Checks;
  comparison: PredictionComparison | undefined;
  nowSeconds: number;
  explainAll: boolean;
};

type IdTokenSlotProps = TokenSlotProps<IdToken> & {
  /** Claims that the token is known to have left out; `undefined` if that is not known. */
  leftOut: readonly LeftOutClaim[] | undefined;
};

export function IdTokenSlot({ leftOut, ...props }: IdTokenSlotProps) {
  const { run, token, explainAll } = props;
  const { decoded } = token;
  const named = { ...props, title: "ID token", name: "id_token" } as const;
  if (decoded.kind === "undecodable") {
    return <UndecodableSlot {...named} tag={<FatOrThinTag kind="unknown" />} decoded={decoded} />;
  }
  const { kind, reason } = judgeRunIdToken(run, decoded.claims);
  const word = <ExternalLink href={okta.tokensAndScopes.url}>{tags[kind].word}</ExternalLink>;
  return (
    <DecodedSlot
      {...named}
      decoded={decoded}
      tag={<FatOrThinTag kind={kind} word={word} />}
      // A fat token has left nothing out by definition.
      leftOut={leftOut ?? (kind === "fat" ? [] : undefined)}
    >
      {explainAll && <p>Base claims don’t depend on the scopes.</p>}
      {(explainAll || kind === "unknown") && <p>{reason}</p>}
    </DecodedSlot>
  );
}

/** Shows a received access token. The org server's access token is opaque, so its claims are shown on demand. */
export function AccessTokenSlot(props: TokenSlotProps<AccessToken>) {
  const { decoded } = props.token;
  if (isOpaque(props.run, decoded)) return <OpaqueTokenSlot {...props} />;
  const named = { ...props, title: "Access token", name: "access_token" } as const;
  return decoded.kind === "undecodable" ? (
    <UndecodableSlot {...named} decoded={decoded} />
  ) : (
    <DecodedSlot {...named} decoded={decoded} leftOut={[]} />
  );
}

type NamedSlotProps<Kind> = TokenSlotProps<IdToken | AccessToken> & {
  title: "ID token" | "Access token";
  name: "id_token" | "access_token";
  decoded: Extract<DecodedJwt, { kind: Kind }>;
  tag?: ReactNode;
};

function UndecodableSlot(props: NamedSlotProps<"undecodable">) {
  const { title, name, tag, decoded, token, checks, source } = props;
  const trust = computeTokenTrust(checks, name, source);
  return (
    <Slot
      title={title}
      tag={decoded.problem.code === "encrypted" ? <SlotTag word="Encrypted" /> : tag}
      badge={<TrustBadge trust={trust} />}
      caption={<TrustReason trust={trust} />}
    >
      <div className={styles.problem}>
        <p>{explainJwtProblem(decoded.problem)}</p>
        <CopyTools {...useCopy()} token={token.raw} />
      </div>
      <RawToken raw={token.raw} />
    </Slot>
  );
}

type DecodedSlotProps = NamedSlotProps<"decoded"> & {
  leftOut: readonly LeftOutClaim[] | undefined;
  children?: ReactNode;
};

function DecodedSlot(props: DecodedSlotProps) {
  const { title, name, tag, decoded, leftOut, children, ...rest } = props;
  const { run, token, source, checks, comparison, nowSeconds, explainAll } = rest;
  const { claims, members, headerText } = decoded;
  const origins = useClaimOrigins();
  const weight = weighClaims(members, origins);
  const trust = computeTokenTrust(checks, name, source);
  const isPartial = run.pasted?.partialTokens.includes(name);
  const groupsLeftOut = leftOut?.filter(({ kind }) => kind === "groups") ?? [];
  return (
    <Slot
      title={title}
      tag={tag}
      badge={<TrustBadge trust={trust} />}
      strip={<WeightStrip members={members} leftOut={leftOut} />}
      caption={
        <>
          <p>{keepCounts(describe(weight, leftOut))}</p>
          {children}
          <PredictionLine comparison={comparison} />
          <TrustReason trust={trust} />
        </>
      }
    >
      {weight.groups === 0 && (
        <GroupsLine
          name={groupsLeftOut.map(({ name }) => writeShort(name)).join(", ")}
          fate={
            groupsLeftOut.length > 0 ? "left out" : describeNoGroups(claims, origins, isPartial)
          }
        />
      )}
      <ClaimsView
        set={decoded}
        token={token.raw === "" ? undefined : { raw: token.raw, headerText }}
        nowSeconds={nowSeconds}
        explainAll={explainAll}
      />
    </Slot>
  );
}

function describe(weight: ClaimsWeight, leftOut: readonly LeftOutClaim[] | undefined): string {
  if (!leftOut) {
    const others = weight.groups > 0 ? "Profile claims" : "Profile claims and groups";
    return `${countOf(weight.total, "claim")}. ${others} may be left out.`;
  }
  return leftOut.length > 0 ? describeLeftOut(weight, leftOut) : describeWeight(weight);
}

function OpaqueTokenSlot(props: TokenSlotProps<AccessToken>) {
  const { token, source, checks, comparison, nowSeconds, explainAll } = props;
  const [isOpen, setIsOpen] = useState(false);
  const copying = useCopy();
  const { raw, decoded } = token;
  const trust = computeTokenTrust(checks, "access_token", source);
  const hasFailed = trust.level === "failed";
  const odd = decoded.kind === "decoded" ? explainOddAccessToken(decoded.claims, true) : undefined;
  return (
    <Slot
      title="Access token"
      tag={<SlotTag word="Opaque" />}
      // Apps don't verify opaque tokens, so "Not verified" would cause needless worry.
      badge={hasFailed && <TrustBadge trust={trust} />}
      strip={decoded.kind === "decoded" && <WeightStrip members={decoded.members} leftOut={[]} />}
      caption={
        <>
          <p>{odd ? `${odd.title}. ${odd.expected}` : "Only for Okta. It never carries groups."}</p>
          {explainAll && <p>Okta may change its content at any time, so apps shouldn’t read it.</p>}
          <PredictionLine comparison={comparison} />
          {hasFailed && <TrustReason trust={trust} />}
        </>
      }
    >
      {!odd && <GroupsLine fate="never" />}
      {decoded.kind === "decoded" && isOpen ? (
        <ClaimsView
          set={decoded}
          token={{ raw, headerText: decoded.headerText }}
          nowSeconds={nowSeconds}
          explainAll={explainAll}
        />
      ) : (
        <div className={`row ${styles.closed} no-print`}>
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

export function PredictionLine({ comparison }: { comparison: PredictionComparison | undefined }) {
  return (
    comparison && (
      <p className={styles.comparison} data-kind={comparison.kind}>
        {comparison.sentence}
      </p>
    )
  );
}

function explainJwtProblem(problem: JwtProblem): string {
  switch (problem.code) {
    case "empty":
      return "The token is empty.";
    case "wrong_segment_count": {
      const { count } = problem;
      const parts = count === 1 ? "only one" : count > 5 ? "more than five" : count;
      const cause =
        count < 3
          ? "It may have been cut off when it was copied."
          : "It may have been changed when it was copied.";
      return `A signed token has three parts separated by dots. This one has ${parts}. ${cause}`;
    }
    case "encrypted":
      return "This page can’t show its claims.";
    case "not_base64url":
      return `The token’s ${problem.segment} is not base64url. The token was changed, or it is not a JWT.`;
    case "not_utf8":
      return `The token’s ${problem.segment} is not UTF-8 text. The token is damaged, or it is not a JWT.`;
    case "not_json":
      return `The token’s ${problem.segment} is not JSON. The token is damaged, or it is not a JWT.`;
    case "not_an_object":
      return `The token’s ${problem.segment} is JSON, but not an object of claims.`;
    default:
      return problem satisfies never;
  }
}
