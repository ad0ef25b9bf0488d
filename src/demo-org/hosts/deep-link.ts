import { styles } from "../http/pages/styles.ts";
import type { DemoOrgStatus } from "./connect-to-worker.ts";
import type { DemoOrgHandle } from "./prepare-demo-org.ts";

const guardKey = "demo-org deep link";

const reasons = {
  unsupported: "The demo org runs in a service worker, and this browser doesn’t support them.",
  insecure_context:
    "The demo org needs HTTPS or localhost: browsers run service workers only there.",
  registration_failed:
    "The browser blocked the demo org. This happens in some private windows, or when sites can’t store data.",
  not_answering:
    "The demo org is running, but requests don’t reach it. In the developer tools, turn off “Bypass for network”.",
  left_out: "This deployment of the page has no demo org.",
  still_not_there:
    "The demo org is running, but the browser loaded this page from the server instead.",
} as const;

/** Reloads the address once the worker runs. Drops the fragment, which could contain tokens. */
export function openDemoOrgDeepLink(options: {
  readonly demoOrg: DemoOrgHandle;
  readonly root: Element;
  readonly pageUrl: string;
  readonly load?: (address: string) => void;
}): void {
  const { demoOrg, root, pageUrl, load = (address) => location.replace(address) } = options;
  // With its origin: a path that starts with two slashes would name another host.
  const address = location.origin + location.pathname + location.search;
  let isLeaving = false;

  const advance = () => {
    const status = demoOrg.getStatus();
    if (isLeaving) return;
    if (status.status === "starting") {
      root.replaceChildren(buildNotice("status", "Starting the demo org…", []));
    } else if (status.status === "ready" && claimReload(address)) {
      isLeaving = true;
      load(address);
    } else {
      root.replaceChildren(buildFailure(status, address, pageUrl));
    }
  };
  // The look of the org's own pages. The page's policy allows no style element.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  demoOrg.subscribe(advance);
  advance();
}

function claimReload(address: string): boolean {
  try {
    const isDue = isReloadDue(sessionStorage.getItem(guardKey), address, Date.now());
    if (isDue) sessionStorage.setItem(guardKey, noteReload(address, Date.now()));
    return isDue;
  } catch {
    return false;
  }
}

const loopWithinMs = 30_000;

export function noteReload(href: string, nowMs: number): string {
  return `${nowMs} ${href}`;
}

/** Whether an address can be reloaded, or was just reloaded without success. An invalid note counts as none. */
export function isReloadDue(note: string | null, href: string, nowMs: number): boolean {
  if (note === null) return true;
  const gap = note.indexOf(" ");
  const sinceMs = nowMs - Number(note.slice(0, gap));
  return note.slice(gap + 1) !== href || !(sinceMs >= 0 && sinceMs < loopWithinMs);
}

function buildFailure(status: DemoOrgStatus, address: string, pageUrl: string): HTMLElement {
  const reason = status.status === "unavailable" ? status.reason : "still_not_there";
  const retry = buildLink("Try again", address);
  const leave = buildLink("Go to Okta Groups Explorer", pageUrl);
  return buildNotice("alert", "The demo org can’t be reached", [reasons[reason], retry, leave]);
}

function buildLink(text: string, href: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  return link;
}

function buildNotice(role: "status" | "alert", title: string, lines: readonly (string | Node)[]) {
  const mark = buildParagraph("Demo org, not Okta");
  mark.className = "mark";
  const heading = document.createElement("h1");
  heading.textContent = title;
  const message = document.createElement("div");
  message.setAttribute("role", role);
  message.append(heading, ...lines.map(buildParagraph));
  const notice = document.createElement("main");
  notice.append(mark, message);
  return notice;
}

function buildParagraph(content: string | Node): HTMLParagraphElement {
  const paragraph = document.createElement("p");
  paragraph.append(content);
  return paragraph;
}
