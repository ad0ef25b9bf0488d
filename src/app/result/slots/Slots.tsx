import type { ReactNode } from "react";
import styles from "./Slots.module.css";

type SlotSize = "full" | "empty";

type SlotsProps = {
  /** A slot with claims gets more room than one without. */
  sizes: readonly [SlotSize, SlotSize, SlotSize];
  children: ReactNode;
};

/** Three columns; where these would be too narrow, one below the other. */
export function Slots({ sizes, children }: SlotsProps) {
  const fullCount = sizes.filter((size) => size === "full").length;
  const columns = sizes.map((size) => `minmax(0, ${size === "full" ? share[fullCount] : 1}fr)`);
  return (
    <div className={styles.container}>
      <div
        className={styles.slots}
        style={{ "--columns": columns.join(" ") } as React.CSSProperties}
      >
        {children}
      </div>
    </div>
  );
}

/** How many times as wide as an empty slot, by the number of full ones. */
const share: Readonly<Record<number, number>> = { 1: 1.7, 2: 1.25, 3: 1 };
