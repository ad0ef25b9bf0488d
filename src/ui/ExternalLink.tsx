import type { ReactNode } from "react";

type ExternalLinkProps = { href: string; children: ReactNode };

/** Opens a new tab, and doesn't tell the other site where the link was. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
