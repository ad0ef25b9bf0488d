import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { type SetUpLocation, sections } from "../set-up-places.ts";
import styles from "./Menu.module.css";
import { PlaceLink } from "./PlaceLink.tsx";
import { sectionEntries } from "./sections.tsx";

const parts = [...new Set(sections.map((section) => sectionEntries[section].part))];

/** Links to each set-up page. On narrow screens they open from a button. */
export function Menu({ place }: { place: SetUpLocation }) {
  // Remembers the place rather than a flag, so that following any link closes the menu.
  const [openedAt, setOpenedAt] = useState<SetUpLocation>();
  const isOpen = openedAt === place;
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();

  /** Closes the list and moves focus to the button, because the link that had it is gone. */
  function close() {
    if (!isOpen) return;
    setOpenedAt(undefined);
    opener.current?.focus({ preventScroll: true });
  }

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape" || !isOpen) return;
    // The same Escape must not end a presentation.
    event.preventDefault();
    close();
  }

  return (
    <nav aria-label="Demo org pages" className={styles.menu} onKeyDown={closeOnEscape}>
      <Button
        ref={opener}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpenedAt(isOpen ? undefined : place)}
      >
        Menu: {sectionEntries[place.section].name}
      </Button>
      <div id={listId} className={styles.parts} data-open={isOpen || undefined}>
        {parts.map((part) => (
          <div key={part}>
            <h2>{part}</h2>
            <ul>
              {sections
                .filter((it) => sectionEntries[it].part === part)
                .map((section) => (
                  <li key={section}>
                    <PlaceLink
                      place={{ section }}
                      aria-current={section === place.section ? "page" : undefined}
                      onFollowed={close}
                    >
                      {sectionEntries[section].name}
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
