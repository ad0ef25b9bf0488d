import { useId } from "react";
import {
  type AuthorizationRequest,
  buildAuthorizationUrl,
} from "../../oidc/authorization-request.ts";
import { buildCurlCommand } from "../../oidc/curl-command.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { type Highlight, type HighlightProps, hintId } from "./highlight.ts";
import styles from "./RequestUrl.module.css";

type RequestUrlProps = HighlightProps & {
  request: AuthorizationRequest;
  /** The org runs in this browser: curl can't reach it. */
  isInBrowser: boolean;
  /** Called before a copy: the response to a copied URL belongs to this tab, too. */
  onCopy: () => Promise<unknown>;
  onSelect: (parameter: Highlight["parameter"]) => void;
};

/** The authorization request, the endpoint first, then a line for each parameter. */
export function RequestUrl(props: RequestUrlProps) {
  const { request, isInBrowser, highlight, onHighlight, onCopy, onSelect } = props;
  const id = useId();
  const url = buildAuthorizationUrl(request);
  const [endpoint = "", query = ""] = url.split("?", 2);
  const lines = query.split("&").map((text) => text.split("=", 2));
  const line = (parameter: Highlight["parameter"]) => ({
    type: "button" as const,
    className: styles.line,
    "data-highlighted": highlight?.parameter === parameter || undefined,
    "aria-describedby": hintId,
    onFocus: () => onHighlight({ parameter }),
    onPointerEnter: () => onHighlight({ parameter }),
    onClick: () => onSelect(parameter),
  });
  return (
    <section className={styles.request} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id}>Request URL</h2>
        <CopyButton label="Copy URL" getText={() => url} onCopy={onCopy} />
        <CopyButton
          label="Copy as curl"
          getText={() => (isInBrowser ? unreachable : "") + buildCurlCommand(url)}
          onCopy={onCopy}
        />{" "}
      </header>
      <code className={styles.url}>
        <button {...line("endpoint")}>{endpoint}?</button>
        {lines.map(([name = "", value = ""], index) => (
          <button key={name} {...line(findParameter(name))} data-indented>
            <span className={styles.name}>{name}</span>=
            {name === "scope" ? <ScopeValue value={value} /> : <span>{value}</span>}
            {index < lines.length - 1 && "&"}
          </button>
        ))}
      </code>
    </section>
  );
}

const unreachable =
  "# curl can't reach the demo org in your browser. npm run org starts one that it can reach.\n";

const parameters = [
  "client_id",
  "response_type",
  "scope",
  "redirect_uri",
  "state",
  "nonce",
  "prompt",
  "login_hint",
  "response_mode",
  "code_challenge",
  "code_challenge_method",
] as const;

function findParameter(name: string): Highlight["parameter"] {
  return parameters.find((known) => known === name) ?? "endpoint";
}

/** The scopes as in the URL, with `groups` marked. */
function ScopeValue({ value }: { value: string }) {
  const separator = "%20";
  return value.split(separator).map((scope, index) => (
    <span key={scope}>
      {index > 0 && separator}
      {scope === "groups" ? <mark className={styles.groups}>{scope}</mark> : scope}
    </span>
  ));
}
