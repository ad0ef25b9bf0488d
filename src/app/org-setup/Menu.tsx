import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import styles from "./Menu.module.css";
import { menu, nameSection } from "./menu.ts";
import { PlaceLink } from "./PlaceLink.tsx";
import type { Section } from "./places.ts";

type MenuProps = { current: Section };

/** The way to each set-up page. Where there is no room beside the page it stands behind a button. */
export function Menu({ current }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();

  /** Whoever has chosen goes on from the button, for the list with the link is gone. */
  function close() {
    if (!isOpen) return;
    setIsOpen(false);
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
        onClick={() => setIsOpen(!isOpen)}
      >
        Menu: {nameSection(current)}
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
                    aria-current={section === current ? "page" : undefined}
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
