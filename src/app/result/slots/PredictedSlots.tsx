import type { Prediction, TokenPrediction } from "../../../okta/prediction.ts";
import { baseClaims } from "../../../okta/standard-claims.ts";
import { FatOrThinTag, GroupsLine, Slot, Slots, SlotTag, type SlotTitle } from "./Slot.tsx";
import { Strip } from "./Strip.tsx";

type PredictedSlotsProps = {
  prediction: Prediction;
  server: "org" | "custom";
};

export function PredictedSlots({ prediction, server }: PredictedSlotsProps) {
  const { refusal } = prediction;
  const expected: Expected = refusal && refusal.likelihood !== "possible" ? nothing : prediction;
  return (
    <Slots full={[false, false, false]}>
      {slots.map(([title, name]) => (
        <PredictedSlot
          key={title}
          {...{ title, server }}
          token={expected[name]}
          instead={expected.notRequested[name]}
        />
      ))}
    </Slots>
  );
}

const slots = [
  ["ID token", "idToken"],
  ["Access token", "accessToken"],
  ["UserInfo", "userInfo"],
] as const;

type Expected = Pick<Prediction, "idToken" | "accessToken" | "userInfo" | "notRequested">;

const instead = "Nothing is returned.";
const nothing: Expected = {
  notRequested: { idToken: instead, accessToken: instead, userInfo: instead },
};

type PredictedSlotProps = {
  title: SlotTitle;
  server: "org" | "custom";
  token: TokenPrediction | undefined;
  instead: string | undefined;
};

function PredictedSlot({ title, server, token, instead }: PredictedSlotProps) {
  if (!token) return <Slot title={title} isEmpty caption={<p>{instead}</p>} />;
  const { kind, claims, groups, because, note, groupsClaims, groupsName } = token;
  const ofUser = claims.filter((name) => !baseClaims.has(name));
  const isThin = kind === "thin";
  const isOpaque = server === "org" && title === "Access token";
  const groupsCount = groups === "yes" ? 1 : 0;
  const isKnown = server === "org" || groupsClaims;
  const depends = isKnown ? "possible" : "depend on the server’s claims";
  const count = claims.length + groupsCount;
  // Few users have a value for every claim of the scopes. An unknown custom server may also add claims.
  const limit = isKnown && ofUser[0] && !isThin ? "Up to" : "About";
  const no = isThin && !groupsClaims ? "left out" : isOpaque ? "never" : "not expected";
  return (
    <Slot
      title={title}
      isEmpty
      tag={isOpaque ? <SlotTag word="Opaque" /> : kind && <FatOrThinTag kind={kind} />}
      strip={
        <Strip
          isPredicted
          segments={[
            { look: "base", isLeftOut: false, count: claims.length - ofUser.length },
            { look: "user", isLeftOut: false, count: ofUser.length },
            { look: "groups", isLeftOut: false, count: groupsCount },
          ]}
        />
      }
      caption={
        <>
          <p>
            {count > 1 ? `${limit} ${count} claims` : "At least the claim sub"}
            {groupsCount > 0 && ", including groups"}
          </p>
          {isThin && ofUser[0] && (
            <p>
              It keeps {ofUser.join(", ").replace(/, (?=\w+$)/, " and ")}. Okta’s groups guide says
              that it has base claims only.
            </p>
          )}
        </>
      }
    >
      <GroupsLine name={groupsName} fate={{ yes: "expected", depends, no }[groups]}>
        {because} {note}
      </GroupsLine>
    </Slot>
  );
}
