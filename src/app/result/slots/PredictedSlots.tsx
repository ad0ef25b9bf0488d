import type { Prediction, TokenPrediction } from "../../../okta/prediction.ts";
import { baseClaims, keptInThinTokens } from "../../../okta/standard-claims.ts";
import { FatOrThinTag, GroupsLine, Slot, Slots, SlotTag, type SlotTitle } from "./Slot.tsx";
import { Strip } from "./Strip.tsx";

type PredictedSlotsProps = {
  prediction: Prediction;
  server: "org" | "custom";
};

export function PredictedSlots({ prediction, server }: PredictedSlotsProps) {
  const { refusal } = prediction;
  const isRefused = refusal !== undefined && refusal.likelihood !== "possible";
  const expected: Expected = isRefused ? nothing : prediction;
  const { idToken, accessToken, userInfo, notRequested } = expected;
  return (
    <Slots full={[false, false, false]}>
      <PredictedSlot
        title="ID token"
        prediction={idToken}
        instead={notRequested.idToken}
        server={server}
        tag={idToken?.kind && <FatOrThinTag kind={idToken.kind} />}
        noGroups={idToken?.kind === "thin" && !idToken.groupsClaims ? "left out" : "not expected"}
      />
      <PredictedSlot
        title="Access token"
        server={server}
        prediction={accessToken}
        instead={notRequested.accessToken}
        tag={accessToken && server === "org" && <SlotTag word="Opaque" />}
        noGroups={server === "org" ? "never" : "not expected"}
      />
      <PredictedSlot
        title="UserInfo"
        server={server}
        prediction={userInfo}
        instead={notRequested.userInfo}
        noGroups="not expected"
      />
    </Slots>
  );
}

type Expected = Pick<Prediction, "idToken" | "accessToken" | "userInfo" | "notRequested">;

const instead = "Nothing is returned.";
const nothing: Expected = {
  notRequested: { idToken: instead, accessToken: instead, userInfo: instead },
};

type PredictedSlotProps = {
  title: SlotTitle;
  server: "org" | "custom";
  prediction: TokenPrediction | undefined;
  instead: string | undefined;
  tag?: React.ReactNode;
  noGroups: string;
};

function PredictedSlot({ title, server, prediction, instead, tag, noGroups }: PredictedSlotProps) {
  if (!prediction) return <Slot title={title} isEmpty caption={<p>{instead}</p>} />;
  const { kind, claims, groups, because, note, groupsClaims } = prediction;
  const kept = kind === "thin" ? claims.filter((name) => keptInThinTokens.has(name)) : [];
  const base = claims.filter((name) => baseClaims.has(name)).length;
  const hasGroups = groups === "yes";
  const depends = server === "org" || groupsClaims ? "possible" : "depend on the server’s claims";
  const fates = { yes: "expected", depends, no: noGroups };
  return (
    <Slot
      title={title}
      isEmpty
      tag={tag}
      strip={
        <Strip
          isPredicted
          segments={[
            { look: "base", isLeftOut: false, count: base },
            { look: "user", isLeftOut: false, count: claims.length - base },
            { look: "groups", isLeftOut: false, count: hasGroups ? 1 : 0 },
          ]}
        />
      }
      caption={
        <>
          <p>{describeClaims(claims, hasGroups)}</p>
          {kept.length > 0 && (
            <p>
              It keeps {kept.join(", ").replace(/, (?=\w+$)/, " and ")}. Okta’s groups guide says
              that it has base claims only.
            </p>
          )}
        </>
      }
    >
      <GroupsLine fate={fates[groups]}>
        {because} {note}
      </GroupsLine>
    </Slot>
  );
}

/** The count is approximate: claims without a value are missing, and a custom server may add some. */
function describeClaims(claims: readonly string[], hasGroups: boolean): string {
  const [first, ...others] = claims;
  if (others.length === 0 && !hasGroups) return `At least the claim ${first}`;
  return hasGroups
    ? `About ${claims.length + 1} claims, including groups`
    : `About ${claims.length} claims`;
}
