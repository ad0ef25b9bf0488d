import type { Ref } from "react";
import { showShort } from "../claims/VisibleText.tsx";
import { FoundGroupsList } from "./FoundGroupsList.tsx";
import styles from "./Verdict.module.css";
import type { Verdict } from "./verdict-data.ts";

type VerdictTextProps = {
  verdict: Pick<Verdict, "tone" | "heading" | "quote" | "groups" | "sentences" | "user">;
  title?: Ref<HTMLHeadingElement>;
};

export function VerdictText({ verdict, title }: VerdictTextProps) {
  const { tone, heading, quote, groups, sentences, user } = verdict;
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {showShort(heading)}
      </h2>
      {tone === "groups" && <FoundGroupsList groups={groups} />}
      {quote && <Quote {...quote} />}
      {(sentences.length > 0 || user) && (
        <p>
          {sentences.map((sentence) => (
            <span key={sentence}>{showShort(sentence)} </span>
          ))}
          {user && <User {...user} />}
        </p>
      )}
      {tone !== "groups" && groups.length > 0 && (
        <>
          <p>It lists these groups, but don’t rely on them:</p>
          <FoundGroupsList groups={groups} isDoubtful />
        </>
      )}
    </>
  );
}

function Quote({ error, description }: NonNullable<Verdict["quote"]>) {
  return (
    <p>
      Okta returned <code>{showShort(error)}</code>
      {description === undefined ? (
        ", without a description."
      ) : (
        <>
          : <q>{showShort(description)}</q>
        </>
      )}
    </p>
  );
}

const maxUserLength = 80;

function User({ name, hasSignedIn }: NonNullable<Verdict["user"]>) {
  const shown = (
    <b>
      <bdi>{showShort(name, maxUserLength)}</bdi>
    </b>
  );
  return (
    <span className={styles.user}>
      {hasSignedIn ? <>{shown} signed in.</> : <>The token is about {shown}.</>}
    </span>
  );
}
