import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import type { Place } from "../set-up-places.ts";
import styles from "./Menu.module.css";
import { menu, nameSection } from "./menu.ts";
import { PlaceLink } from "./PlaceLink.tsx";

type MenuProps = { place: Place };

/** The way to each set-up page. Where there is no room beside the page it stands behind a button. */
export function Menu({ place }: MenuProps) {
  // Wherever somebody goes from here, by the menu or past it, it is not open there.
  const [openedAt, setOpenedAt] = useState<Place>();
  const isOpen = openedAt === place;
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();

  /** Whoever has chosen goes on from the button, for the list with the link is gone. */
  function close() {
    if (!isOpen) return;
    setOpenedAt(undefined);
    opener.current?.focus({ preventScroll: true });
  }

  function closeOnEscape({ key }: KeyboardEvent) {
    if (key === "Escape") close();
  }

  return (
    <nav aria-label="Set-up" className={styles.menu} onKeyDown={closeOnEscape}>
      <Button
        ref={opener}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpenedAt(isOpen ? undefined : place)}
      >
        Menu: {nameSection(place.section)}
      </Button>
      <div id={listId} className={styles.parts} data-open={isOpen || undefined}>
        {menu.map(({ title, entries }) => (
          <div key={title}>
            <h2>{title}</h2>
            <ul>
              {entries.map(([section, name]) => (
                <li key={section}>
                  <PlaceLink
                    place={{ section }}
                    aria-current={section === place.section ? "page" : undefined}
                    onFollowed={close}
                  >
                    {name}
                  </PlaceLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
