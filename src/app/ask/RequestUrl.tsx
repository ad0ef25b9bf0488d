import {
  type AuthorizationRequest,
  buildAuthorizationUrl,
} from "../../oidc/authorization-request.ts";
import { buildCurlCommand } from "../../oidc/curl-command.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Attention, type AttentionProps, explanationId } from "./attention.ts";
import styles from "./RequestUrl.module.css";

type RequestUrlProps = AttentionProps & {
  request: AuthorizationRequest;
  /** The org lives in this browser, and nothing outside of it reaches it. */
  isInBrowser: boolean;
  /** Told before a copy is handed out: the answer to a request sent by hand is this tab's too. */
  onCopy: () => Promise<unknown>;
  /** A line was pressed: lead the person to the control that makes it. */
  onLead: (parameter: Attention["parameter"]) => void;
};

/** The authorization request as it will be sent, the endpoint first and then a line a parameter. */
export function RequestUrl(props: RequestUrlProps) {
  const { request, isInBrowser, attention, onAttend, onCopy, onLead } = props;
  const url = buildAuthorizationUrl(request);
  const [endpoint = "", query = ""] = url.split("?", 2);
  const lines = query.split("&").map((text) => text.split("=", 2));
  const line = (parameter: Attention["parameter"]) => ({
    type: "button" as const,
    className: styles.line,
    "data-lit": attention?.parameter === parameter || undefined,
    "aria-describedby": explanationId,
    onFocus: () => onAttend({ parameter }),
    onPointerEnter: () => onAttend({ parameter }),
    onClick: () => onLead(parameter),
  });
  return (
    <Panel
      title="Request URL"
      headingLevel={2}
      aside={
        <span className={styles.copies}>
          <CopyButton label="Copy URL" getText={() => url} onCopy={onCopy} />
          <CopyButton
            label="Copy as curl"
            getText={() => (isInBrowser ? outOfReach : "") + buildCurlCommand(url)}
            onCopy={onCopy}
          />
        </span>
      }
    >
      {" "}
      <code className={styles.url}>
        <button {...line("endpoint")}>
          <span className={styles.endpoint}>{endpoint}</span>?
        </button>
        {lines.map(([name = "", value = ""], index) => (
          <button key={name} {...line(parameterOf(name))} data-indented>
            <span className={styles.name}>{name}</span>=
            {name === "scope" ? <ScopeValue value={value} /> : <span>{value}</span>}
            {index < lines.length - 1 && "&"}
          </button>
        ))}
      </code>
    </Panel>
  );
}

const outOfReach =
  "# curl cannot reach the demo org in your browser: npm run org starts one that it can.\n";

const parameters = [
  "client_id",
  "response_type",
  "scope",
  "redirect_uri",
  "state",
  "nonce",
  "prompt",
] as const;

function parameterOf(name: string): Attention["parameter"] {
  return parameters.find((known) => known === name) ?? "endpoint";
}

/** The scopes as they stand in the URL, with `groups` in the colour of groups. */
function ScopeValue({ value }: { value: string }) {
  const separator = "%20";
  return value.split(separator).map((scope, index) => (
    <span key={scope}>
      {index > 0 && separator}
      {scope === "groups" ? <mark className={styles.groups}>{scope}</mark> : scope}
    </span>
  ));
}
