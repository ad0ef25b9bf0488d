import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import type { ExpressionResult } from "./expression-check.ts";

const references = {
  classic: {
    name: "Okta Expression Language",
    href: "https://developer.okta.com/docs/reference/okta-expression-language/",
  },
  "identity-engine": {
    name: "Okta Expression Language in Identity Engine",
    href: "https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/",
  },
} as const;

export function LanguageLink({ language }: Pick<ExpressionResult, "language">) {
  const { name, href } = references[language];
  return <ExternalLink href={href}>{name}</ExternalLink>;
}
