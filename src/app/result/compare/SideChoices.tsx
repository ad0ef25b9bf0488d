import { useId } from "react";
import type { ClaimsSource } from "../claims-sources.ts";
import styles from "./Compare.module.css";
import type { SideIds, Sides } from "./choose-sides.ts";
import { nameSource } from "./name-source.ts";

type SideChoicesProps = {
  sources: readonly ClaimsSource[];
  namesOrg: boolean;
  sides: Sides;
  onChoose: (chosen: SideIds) => void;
};

/** The fields that choose what is compared. */
export function SideChoices({ sources, namesOrg, sides, onChoose }: SideChoicesProps) {
  const id = useId();
  const { left, right } = sides;
  return (["left", "right"] as const).map((side) => (
    <div key={side} className={`${styles.choice} no-print`}>
      <label htmlFor={`${id}-${side}`} className="legend">
        {side === "left" ? "Left" : "Right"}
      </label>
      <select
        id={`${id}-${side}`}
        value={sides[side].id}
        onChange={(event) =>
          onChoose({ left: left.id, right: right.id, [side]: event.target.value })
        }
      >
        {sources.map((source) => (
          <option key={source.id} value={source.id}>
            {nameSource(source, namesOrg)}
          </option>
        ))}
      </select>
    </div>
  ));
}
