import type { Source } from "../../okta/sources.ts";
import { ExternalLink } from "../../ui/ExternalLink.tsx";
import styles from "./ClaimMeaning.module.css";

type ClaimMeaningProps = {
  meaning: string;
  source: Source | undefined;
};

/** What a claim means, in a sentence, and who says so. */
export function ClaimMeaning({ meaning, source }: ClaimMeaningProps) {
  return (
    <small className={styles.meaning} data-explanation>
      {source ? `${meaning} ` : meaning}
      {source && <ExternalLink href={source.url}>{source.title}</ExternalLink>}
    </small>
  );
}
