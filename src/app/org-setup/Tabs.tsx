import type { Place } from "../set-up-places.ts";
import { PlaceLink } from "./PlaceLink.tsx";
import styles from "./Tabs.module.css";

type TabsProps<Tab extends string> = {
  /** Of what these are the parts: "Application". */
  label: string;
  /** Where the tabs are, without the tab. */
  place: Place;
  tabs: readonly { readonly tab: Tab; readonly name: string }[];
  current: Tab;
};

/** The parts of one page, a link each: a tab has an address of its own, as at Okta. */
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
