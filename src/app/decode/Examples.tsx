import { useId } from "react";
import { Button } from "../../ui/Button.tsx";
import styles from "./Examples.module.css";
import { examples } from "./example-texts.ts";

export function Examples({ onChoose }: { onChoose: (text: string) => void }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.examples}>
      <h3 id={id}>Paste what you have</h3>
      <p>
        An ID or access token, a callback or authorize URL, an error URL, a token or UserInfo
        response, a HAR file (or drop it here), a log line, or a cookie.
      </p>
      <p>
        This page finds the tokens in it, shows their claims, and says why groups are missing. It
        also shows what is left of a damaged token.
      </p>
      <div className={`row ${styles.buttons}`}>
        <span>Or try an example:</span>
        {examples.map(({ name, buildText }) => (
          <Button key={name} onClick={() => onChoose(buildText())}>
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
