import type { FoundGroups } from "../../../okta/found-cause.ts";
import { shorten } from "../../shorten.ts";
import { countOf, formatCount } from "../claims/format-count.ts";
import groupStyles from "../claims/GroupList.module.css";
import { showName } from "../claims/VisibleText.tsx";
import styles from "./FoundGroupsList.module.css";

type FoundGroupsListProps = {
  groups: readonly FoundGroups[];
  /** The groups are from a response that failed a check. */
  isDoubtful?: boolean;
};

/** A list with more names is hard to read at a glance. The claims table shows all names. */
const maxNames = 20;
const maxNameLength = 80;
const maxLists = 10;

export function FoundGroupsList({ groups, isDoubtful }: FoundGroupsListProps) {
  const lists = mergeSame(groups);
  const more = lists.length - maxLists;
  return (
    <>
      {lists.slice(0, maxLists).map((list) => (
        <Chips
          key={`${list.where} ${list.claim}`}
          list={list}
          // A single short list of a claim named `groups` needs no caption, because the heading names the place.
          isCaptioned={lists.length > 1 || list.claim !== "groups" || list.groups.length > maxNames}
          isDoubtful={isDoubtful}
        />
      ))}
      {more > 0 && <p>And {formatCount(more)} more groups claims.</p>}
    </>
  );
}

type List = { claim: string; where: string; groups: readonly string[] };

function mergeSame(groups: readonly FoundGroups[]): readonly List[] {
  const lists: List[] = [];
  for (const { claim, where, groups: names } of groups) {
    const index = lists.findIndex((list) => list.claim === claim && isSameList(list.groups, names));
    const earlier = lists[index];
    if (earlier) lists[index] = { ...earlier, where: `${earlier.where}, ${where}` };
    else lists.push({ claim, where, groups: names });
  }
  return lists;
}

/** Ignores the order, because Okta returns groups in no stable order. Counts a name as often as it is listed. */
function isSameList(left: readonly string[], right: readonly string[]): boolean {
  const sorted = right.toSorted();
  return (
    left.length === right.length && left.toSorted().every((name, index) => name === sorted[index])
  );
}

type ChipsProps = { list: List; isCaptioned: boolean; isDoubtful: boolean | undefined };

function Chips({ list: { claim, where, groups }, isCaptioned, isDoubtful }: ChipsProps) {
  const more = groups.length - maxNames;
  const count = countOf(groups.length, "group");
  return (
    <div className={`row ${styles.found}`} data-doubtful={isDoubtful || undefined}>
      <ul aria-label={`${count} in ${where}`} className={styles.chips}>
        {groups.slice(0, maxNames).map((group, index) => (
          <li key={index} className={groupStyles.group}>
            <bdi>{showName(shorten(group, maxNameLength))}</bdi>
          </li>
        ))}
        {more > 0 && (
          <li className={`${groupStyles.group} ${styles.more}`}>and {formatCount(more)} more</li>
        )}
      </ul>
      {isCaptioned && (
        <p className="note">
          {count} in <code>{showName(shorten(claim))}</code> · {where}
        </p>
      )}
    </div>
  );
}
