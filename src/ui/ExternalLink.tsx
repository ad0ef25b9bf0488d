import type { ReactNode } from "react";

type ExternalLinkProps = { href: string; children: ReactNode };

/** A link that opens a new tab and sends no referrer. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
