import type { ReactNode } from "react";

type ExternalLinkProps = { href: string; children: ReactNode };

/** A link to someone else's page: a new tab, and no word to them about where it was pressed. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
