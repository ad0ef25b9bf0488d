import type { FoundGroups } from "../found-cause.ts";
import { type Consumer, consumers } from "./consumers.ts";

export type ConsumerVerdict = {
  consumer: Consumer;
  sees: "yes" | "with_settings" | "no";
  /** The settings that the app needs. A claim name that would need quotes is written as `CLAIM_NAME`. */
  settings: readonly string[];
};

/** Returns which apps would see the groups. If several places work, chooses the one with the fewest settings. */
export function listConsumers(found: readonly FoundGroups[]): readonly ConsumerVerdict[] {
  return consumers.map((consumer) => {
    const [best] = found
      .flatMap((groups) => findSettings(consumer, groups) ?? [])
      .sort((left, right) => left.length - right.length);
    if (!best) return { consumer, sees: "no", settings: [] };
    return { consumer, sees: best.length === 0 ? "yes" : "with_settings", settings: best };
  });
}

const plainName = /^[A-Za-z_][\w-]*$/;

/** Returns `undefined` if the app can't read the claim. The outer list makes `flatMap` keep an empty list of settings. */
function findSettings(
  { reads, readsWith, claim, configureClaim, quotesHyphens }: Consumer,
  { where, claim: name }: FoundGroups,
): readonly [readonly string[]] | undefined {
  const isRead = reads.includes(where);
  if (!isRead && readsWith?.where !== where) return undefined;
  if (claim !== name && !configureClaim) return undefined;
  const isPlain = plainName.test(name) && !(quotesHyphens && name.includes("-"));
  return [
    [
      ...(!isRead && readsWith ? [readsWith.setting] : []),
      ...(claim !== name && configureClaim ? [configureClaim(isPlain ? name : "CLAIM_NAME")] : []),
    ],
  ];
}
