import { type ReactNode, useEffect } from "react";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { showName } from "../result/claims/VisibleText.tsx";
import type { Section } from "../set-up-places.ts";
import { Actions } from "./layout.tsx";
import styles from "./PageHeading.module.css";
import { PlaceLink } from "./PlaceLink.tsx";

export type PageHeadingProps = {
  title: string;
  tab?: string | undefined;
  /** On a detail page: the list to go back to, and the link's text, such as "All groups". */
  back?: { readonly section: Section; readonly name: string };
  id?: { readonly label: string; readonly value: string } | undefined;
  status?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
};

/** A page's title with its actions. Also sets the document's title. */
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
      <div className="row">
        <h2>
          <bdi>{showName(title)}</bdi>
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

/** Sets the document's title from its parts, the most specific first. @see WCAG 2.2, 2.4.2 (Page Titled) */
function useDocumentTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, "Demo org"].filter((part) => part !== undefined).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
