import { useState } from "react";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import styles from "./RawToken.module.css";

type RawTokenProps = { title: string; raw: string };

/** The parts of a signed token, in order (RFC 7515 §7.1), told apart by more than colour. */
const partNames = ["header", "payload", "signature"] as const;

/** What is drawn of a part; the copy is always whole. */
const mostDrawn = 6000;

/** The token as it came, its parts told apart. */
export function RawToken({ title, raw }: RawTokenProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Disclosure
      summary={`${title} as it came`}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      {isOpen && (
        <>
          <p className={styles.warning}>
            Whoever holds it can use it until it expires: mind where you paste it.
          </p>
          <code className={styles.code}>
            {raw.split(".").map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
              <span key={index}>
                {index > 0 && "."}
                <span
                  className={styles.part}
                  data-part={partNames[index] ?? "other"}
                  title={partNames[index]}
                >
                  {abridge(part)}
                </span>
              </span>
            ))}
          </code>
          <CopyButton label={`Copy ${title}`} getText={() => raw} />
        </>
      )}
    </Disclosure>
  );
}

function abridge(part: string): string {
  if (part.length <= mostDrawn) return part;
  return `${part.slice(0, mostDrawn)}… (${part.length - mostDrawn} more characters; Copy takes all)`;
}
