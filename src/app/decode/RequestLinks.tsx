import styles from "./RequestLinks.module.css";

type RequestLinksProps = {
  /** `undefined` if the tokens don't tell the org. */
  query: string | undefined;
  fix: { label: string; query: string | undefined } | undefined;
};

/** Open the request panel with the request behind the tokens. Nothing is sent by that. */
export function RequestLinks({ query, fix }: RequestLinksProps) {
  if (query === undefined) return null;
  return (
    <>
      {fix?.query !== undefined && (
        <a href={`./${fix.query}`} className={styles.link} data-look="primary">
          {fix.label}
        </a>
      )}
      <a href={`./${query}`} className={styles.link}>
        Load this request
      </a>
      <small className={styles.remark}>Opens Explore, where you can send it.</small>
    </>
  );
}
