import { useDeferredValue, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { describeUnusedOrg } from "../describe-unused-org.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import { buildChoiceQuery, parseChoice } from "../request-choice.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { mainId } from "../shell/Shell.tsx";
import styles from "./DecodePage.module.css";
import { summarizePasted } from "./describe-pasted.ts";
import { Examples } from "./Examples.tsx";
import { PasteBox } from "./PasteBox.tsx";
import { PastedResult } from "./PastedResult.tsx";
import type { PageContext } from "./PastedTokens.tsx";
import { parsePasted } from "./parse-pasted.ts";

export function DecodePage(page: PageContext) {
  const { demoOrg, preferences } = page;
  const status = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const [choice] = useState(() => parseChoice(location.search));
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const deferredText = useDeferredValue(text);
  const pasted = useMemo(() => parsePasted(deferredText), [deferredText]);
  return (
    <PageFrame
      page="decode"
      query={buildChoiceQuery(choice)}
      org={describeUnusedOrg(choice, status)}
      aboutOrg={<p>Decode works with tokens of any Okta org. Explore is where you choose one.</p>}
      preferences={preferences}
    >
      <main id={mainId} tabIndex={-1} className={styles.page}>
        <h2 className={styles.heading}>Decode a token, URL or response</h2>
        <PasteBox ref={box} text={text} onChange={setText} />
        {/* Always rendered: a live region that appears with its text is not announced. */}
        <p role="status" className="visually-hidden">
          {summarizePasted(pasted)}
        </p>
        {pasted.looksLike === "empty" ? (
          <Examples
            onChoose={(example) => {
              setText(example);
              // The focused button disappears.
              box.current?.focus({ preventScroll: true });
            }}
          />
        ) : (
          <PartBoundary key={deferredText} part="What you pasted">
            <PastedResult pasted={pasted} {...page} />
          </PartBoundary>
        )}
      </main>
    </PageFrame>
  );
}
