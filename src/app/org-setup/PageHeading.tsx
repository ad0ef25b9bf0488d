import type { ReactNode } from "react";
import { CopyButton } from "../../ui/CopyButton.tsx";
import type { Section } from "../set-up-places.ts";
import { Actions } from "./form/Actions.tsx";
import styles from "./PageHeading.module.css";
import { PlaceLink } from "./PlaceLink.tsx";
import { useDocumentTitle } from "./use-document-title.ts";

type PageHeadingProps = {
  title: string;
  /** The name of the tab that is shown, on a page with tabs. */
  tab?: string;
  /** For the page of one thing: the list that it is in, and what leads there: "All groups". */
  back?: { readonly section: Section; readonly name: string };
  /** By what the org knows the thing, and by what expressions and requests name it: "Group ID". */
  id?: { readonly label: string; readonly value: string };
  /** How the thing stands. */
  status?: ReactNode;
  /** Buttons for what is done to the whole thing, or to the list. */
  actions?: ReactNode;
  /** What the page is for, in a sentence or two. */
  children?: ReactNode;
};

/** What a set-up page is about, and what can be done with all of it. */
export function PageHeading(props: PageHeadingProps) {
  const { title, tab, back, id, status, actions, children } = props;
  useDocumentTitle(tab, title);
  return (
    <header className={styles.heading}>
      {back && (
        <p className={styles.back}>
          <PlaceLink place={{ section: back.section }}>{back.name}</PlaceLink>
        </p>
      )}
      <div className={styles.line}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {status}
        {actions && <Actions>{actions}</Actions>}
      </div>
      {id && (
        <p>
          {id.label} <code>{id.value}</code> <CopyButton label="Copy ID" getText={() => id.value} />
        </p>
      )}
      {children}
    </header>
  );
}
