import { formatCount } from "./format-count.ts";
import styles from "./RawToken.module.css";
import { showText } from "./VisibleText.tsx";

/** The parts of a signed token, in order: RFC 7515 §7.1. */
const partNames = ["header", "payload", "signature"] as const;

/** The length of each part that is shown. Copying always takes the whole token. */
const maxLength = 6000;

export function RawToken({ raw }: { raw: string }) {
  // A hostile token can have a million parts.
  const split = raw.split(".", 6);
  const parts = split.length === 3 || split.length === 5 ? split : [raw];
  const isSigned = parts.length === partNames.length;
  return (
    <div className={styles.raw}>
      {isSigned && (
        <p className={`row ${styles.legend}`}>
          {partNames.map((name) => (
            <span key={name} className={styles.part} data-part={name}>
              {name}
            </span>
          ))}
        </p>
      )}
      <code className={styles.code}>
        {parts.map((part, index) => (
          <span key={index}>
            {index > 0 && "."}
            <span className={styles.part} data-part={isSigned ? partNames[index] : undefined}>
              <Beginning text={part} />
            </span>
          </span>
        ))}
      </code>
      <p className="fine-print">
        Until it expires, anyone who has this token can use it. Be careful where you paste it.
      </p>
    </div>
  );
}

export function RawJson({ text }: { text: string }) {
  return (
    <div className={styles.raw}>
      <code className={styles.code}>
        <Beginning text={text} />
      </code>
    </div>
  );
}

function Beginning({ text }: { text: string }) {
  const hidden = text.length - maxLength;
  if (hidden <= 0) return showText(text);
  return (
    <>
      {showText(text.slice(0, maxLength))}
      <small className={`fine-print ${styles.rest}`}>
        … {formatCount(hidden)} more characters. Copy takes all.
      </small>
    </>
  );
}
