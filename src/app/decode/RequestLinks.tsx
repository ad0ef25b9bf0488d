import { ButtonLink } from "../../ui/ButtonLink.tsx";
import styles from "./PastedRequest.module.css";

type RequestLinksProps = {
  /** `undefined` if the tokens don't name the org. */
  query: string | undefined;
  fix?: { label: string; query: string | undefined } | undefined;
};

/** Links that open the request panel with the request behind the tokens, but don't send the request. */
export function RequestLinks({ query, fix }: RequestLinksProps) {
  if (query === undefined) return null;
  return (
    <>
      {fix?.query !== undefined && (
        <ButtonLink look="primary" href={`./${fix.query}`}>
          {fix.label}
        </ButtonLink>
      )}
      <ButtonLink look="secondary" href={`./${query}`}>
        Load this request
      </ButtonLink>
      <small className={`note ${styles.line}`}>Opens Explore, where you can send it.</small>
    </>
  );
}
