import type { Place } from "../set-up-places.ts";
import { PlaceLink } from "./PlaceLink.tsx";
import styles from "./Tabs.module.css";

type TabsProps<Tab extends string> = {
  label: string;
  place: Place;
  tabs: readonly { readonly tab: Tab; readonly name: string }[];
  current: Tab;
};

/** Tabs as links, because each tab has its own URL, as in the Admin Console. */
export function Tabs<Tab extends string>({ label, place, tabs, current }: TabsProps<Tab>) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map(({ tab, name }) => (
        <PlaceLink
          key={tab}
          place={{ ...place, tab }}
          aria-current={tab === current ? "page" : undefined}
        >
          {name}
        </PlaceLink>
      ))}
    </nav>
  );
}
