import { type KeyboardEvent, useId } from "react";
import {
  type AuthorizationRequest,
  buildAuthorizationUrl,
} from "../../oidc/authorization-request.ts";
import { buildCurlCommand } from "../../oidc/curl-command.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { type HighlightProps, hintId } from "./highlight.ts";
import styles from "./RequestUrl.module.css";

type RequestUrlProps = HighlightProps & {
  request: AuthorizationRequest;
  /** Whether the org runs in the browser, where curl can't reach it. */
  isInBrowser: boolean;
  /** Called before a copy, so that the tab recognizes the response to a copied URL. */
  onCopy: () => Promise<unknown>;
  onSelect: (parameter: string) => void;
};

export function RequestUrl(props: RequestUrlProps) {
  const { request, isInBrowser, highlight, onHighlight, onCopy, onSelect } = props;
  const id = useId();
  const url = buildAuthorizationUrl(request);
  const [endpoint = "", query = ""] = url.split("?", 2);
  const lines = query.split("&").map((text) => text.split("=", 2));
  // All lines are one tab stop: the highlighted line, or else the endpoint's.
  const tabStop = lines.findIndex(([name]) => name === highlight?.parameter) + 1;
  const line = (parameter: string, index: number) => ({
    type: "button" as const,
    tabIndex: index === tabStop ? 0 : -1,
    className: styles.line,
    "data-highlighted": highlight?.parameter === parameter || undefined,
    // CSS moves these lines to the end: a low screen shows only the first lines. The text keeps the URL's order.
    "data-late": /^(redirect|nonce|state|code_)/.test(parameter) || undefined,
    "aria-describedby": hintId,
    onFocus: () => onHighlight({ parameter }),
    onPointerEnter: () => onHighlight({ parameter }),
    onClick: () => onSelect(parameter),
  });
  return (
    <section className={styles.request} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id} className="legend">
          Request URL
        </h2>
        <CopyButton label="Copy URL" getText={() => url} onCopy={onCopy} />
        <CopyButton
          label="Copy as curl"
          getText={() => (isInBrowser ? unreachable : "") + buildCurlCommand(url)}
          onCopy={onCopy}
        />{" "}
      </header>
      <code
        role="toolbar"
        aria-orientation="vertical"
        aria-labelledby={id}
        className={styles.url}
        onKeyDown={moveFocus}
      >
        <button {...line("endpoint", 0)}>{endpoint}?</button>
        {lines.map(([name = "", value = ""], index) => (
          <button key={name} {...line(name, index + 1)}>
            <span className={styles.name}>{name}</span>=
            {name === "scope" ? <ScopeValue value={value} /> : <span>{value}</span>}
            {index < lines.length - 1 && "&"}
          </button>
        ))}
      </code>
    </section>
  );
}

/** Moves the focus in the order of the lines on the screen. @see WAI-ARIA Authoring Practices: Toolbar pattern */
function moveFocus(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const lines = [...event.currentTarget.querySelectorAll("button")];
  lines.sort((a, b) => a.offsetTop - b.offsetTop);
  lines.find((_, index) => lines[index - step] === event.target)?.focus();
}

const unreachable =
  "# curl can't reach the demo org in your browser. npm run org starts one that it can reach.\n";

function ScopeValue({ value }: { value: string }) {
  const separator = "%20";
  return value.split(separator).map((scope, index) => (
    <span key={scope}>
      {index > 0 && separator}
      {scope === "groups" ? <mark className={styles.groups}>{scope}</mark> : scope}
    </span>
  ));
}
