import type { ReactNode } from "react";
import { hasDemoOrg } from "../has-demo-org.ts";
import styles from "./Shell.module.css";

type ShellProps = {
  /** `lesson`: the explorer with a lesson open. */
  page: "explore" | "lesson" | "decode" | "lessons" | "demo-org";
  /** The page's query without the parameter that names the page. Links contain it, so that they keep the form. */
  query: string;
  /** The query without the open lesson. By default `query`. */
  explorerQuery?: string;
  org: ReactNode;
  actions: ReactNode;
  children: ReactNode;
};

export const mainId = "main";

export function Shell(props: ShellProps) {
  const { page, query, explorerQuery = query, org, actions, children } = props;
  const current = (...pages: readonly ShellProps["page"][]) =>
    pages.includes(page) ? "page" : undefined;
  return (
    <>
      <a
        className={`${styles.skip} no-print`}
        href={`#${mainId}`}
        onClick={(event) => {
          // Don't set the fragment: responses arrive there.
          event.preventDefault();
          document.getElementById(mainId)?.focus();
        }}
      >
        {current("explore", "lesson") ? "Skip to the request" : "Skip to the content"}
      </a>
      <header className={styles.header}>
        <h1 className={styles.name}>
          <Logo />
          <span>Okta Groups Explorer</span>
        </h1>
        <nav aria-label="Pages" className={`row ${styles.pages} no-print`}>
          <a href={`./${explorerQuery}`} aria-current={current("explore")}>
            Explore
          </a>
          <a href={`?decode${query.replace("?", "&")}`} aria-current={current("decode")}>
            Decode
          </a>
          <a
            href={`?lessons${explorerQuery.replace("?", "&")}`}
            aria-current={current("lesson", "lessons")}
          >
            Lessons
          </a>
          {hasDemoOrg && (
            <a href={`?setup${query.replace("?", "&")}`} aria-current={current("demo-org")}>
              Demo org
            </a>
          )}
        </nav>
        <div className={`row ${styles.tools} no-print`}>
          {org}
          {actions}
        </div>
      </header>
      {children}
    </>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={styles.logo}>
      <rect x="1" y="2" width="18" height="3.4" rx="1.2" />
      <rect x="1" y="8.3" width="12" height="3.4" rx="1.2" />
      <rect x="1" y="14.6" width="15" height="3.4" rx="1.2" />
    </svg>
  );
}
