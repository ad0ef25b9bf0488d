import {
  type ClipboardEvent,
  type DragEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Button } from "../../ui/Button.tsx";
import { asTyped, Field } from "../../ui/Field.tsx";
import { formatCount } from "../result/claims/format-count.ts";
import { markText } from "./mark-text.ts";
import styles from "./PasteBox.module.css";
import { maxPastedLength } from "./parse-pasted.ts";

/** A browser takes seconds to lay out a field with megabytes of text. */
const maxShownLength = 200_000;
const beginningLength = 2_000;
/** Marking more would slow down typing. */
const maxMarkedLength = 20_000;

type PasteBoxProps = {
  ref: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onChange: (text: string) => void;
};

/** A field for typed, pasted or dropped text. Shows only the beginning of a very long text. */
export function PasteBox({ ref, text, onChange }: PasteBoxProps) {
  const [fileProblem, setFileProblem] = useState<string>();
  const [scrollTop, setScrollTop] = useState(0);
  const isLong = text.length > maxShownLength;

  useEffect(() => ref.current?.focus({ preventScroll: true }), [ref]);

  // Input methods and scripts insert a whole text with the native beforeinput event, which React doesn't support.
  useEffect(() => {
    const box = ref.current;
    const insert = (event: InputEvent) => {
      if (!event.data || event.data.length <= maxShownLength) return;
      event.preventDefault();
      onChange(event.data);
    };
    box?.addEventListener("beforeinput", insert);
    return () => box?.removeEventListener("beforeinput", insert);
  }, [ref, onChange]);

  function change(changed: string) {
    setFileProblem(undefined);
    onChange(changed);
  }

  function takePaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData("text");
    if (!isLong && pasted.length <= maxShownLength) return;
    event.preventDefault();
    change(pasted);
  }

  async function takeFile(event: DragEvent) {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    if (file.size > maxPastedLength) {
      setFileProblem(`${file.name} is larger than 30 MB. Paste the part with the token.`);
      return;
    }
    change(await file.text().catch(() => ""));
  }

  return (
    <div className={styles.box}>
      <Field
        label="Token, URL or response"
        error={fileProblem}
        hint="Your text stays in this page: nothing is sent or stored."
      >
        {(controlProps) => (
          <div className={styles.stack}>
            {text.length <= maxMarkedLength && <Marks text={text} scrollTop={scrollTop} />}
            <textarea
              {...asTyped}
              {...controlProps}
              ref={ref}
              rows={text === "" ? 5 : 3}
              value={isLong ? `${text.slice(0, beginningLength)}…` : text}
              onChange={(event) => change(event.target.value)}
              onPaste={takePaste}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => void takeFile(event)}
              onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
            />
          </div>
        )}
      </Field>
      {text !== "" && (
        <div className={`note ${styles.tools}`}>
          {isLong && (
            <p>
              All {formatCount(text.length)} characters were searched. The box shows the beginning:
              editing it drops the rest.
            </p>
          )}
          <Button
            look="quiet"
            onClick={() => {
              change("");
              ref.current?.focus();
            }}
          >
            Clear
          </Button>
        </div>
      )}
    </div>
  );
}

/** Shows marks behind the box, on an invisible copy of its text, because a text area can't mark text. */
function Marks({ text, scrollTop }: { text: string; scrollTop: number }) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (layer.current) layer.current.scrollTop = scrollTop;
  });
  return (
    <div ref={layer} className={styles.marks} aria-hidden="true" inert>
      {markText(text).map(({ text: piece, mark }, index) =>
        mark ? (
          <mark key={index} data-mark={mark}>
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
      {/* A text area shows an empty line after a final line break. */}
      {"\u200b"}
    </div>
  );
}
