import type { DemoOrgStatus } from "./connect-to-worker.ts";
import { isReloadDue, noteReload } from "./deep-link-guard.ts";
import type { DemoOrgHandle } from "./prepare-demo-org.ts";
import "./deep-link.css";

const guardKey = "demo-org deep link";

const reasons = {
  unsupported: "This browser has no service workers, and the demo org runs in one.",
  insecure_context:
    "The demo org needs https, or localhost: elsewhere the browser runs no service workers.",
  registration_failed:
    "The browser did not let the demo org start. Private windows and blocked site data may be why.",
  not_answering:
    "The demo org has started, but the browser sends its requests past it. “Bypass for network” in the developer tools does that.",
  still_not_there:
    "The demo org is running, but the browser asked the server for this page instead.",
} as const;

/**
 * Opens an address of the demo org that the static host has answered with the page, because no worker was there yet:
 * waits for the worker, then reloads once, so that the org answers. Where it can't, it says why and how to go on.
 *
 * @param options.demoOrg The started org.
 * @param options.root Where to write; its content is replaced.
 * @param options.pageUrl Where the page itself is.
 */
export function openDemoOrgDeepLink(options: {
  readonly demoOrg: DemoOrgHandle;
  readonly root: Element;
  readonly pageUrl: string;
}): void {
  const { demoOrg, root, pageUrl } = options;
  let isLeaving = false;

  const advance = () => {
    const status = demoOrg.getStatus();
    if (isLeaving) return;
    if (status.status === "starting") {
      root.replaceChildren(buildNotice("status", "Starting the demo org…", []));
    } else if (status.status === "ready" && claimReload()) {
      isLeaving = true;
      location.reload();
    } else {
      root.replaceChildren(buildFailure(status, pageUrl));
    }
  };
  demoOrg.subscribe(advance);
  advance();
}

/** Whether to reload, which is written down first: where it can't be written there might be no end to it. */
function claimReload(): boolean {
  try {
    const isDue = isReloadDue(sessionStorage.getItem(guardKey), location.href, Date.now());
    if (isDue) sessionStorage.setItem(guardKey, noteReload(location.href, Date.now()));
    return isDue;
  } catch {
    return false;
  }
}

function buildFailure(status: DemoOrgStatus, pageUrl: string): HTMLElement {
  const reason = status.status === "unavailable" ? status.reason : "still_not_there";
  const again = buildLink("Try again", location.pathname + location.search);
  const back = buildLink("Go to Okta Groups Explorer", pageUrl);
  return buildNotice("alert", "The demo org can’t be reached", [reasons[reason], again, back]);
}

function buildLink(text: string, href: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  return link;
}

function buildNotice(role: "status" | "alert", title: string, lines: readonly (string | Node)[]) {
  const heading = document.createElement("h1");
  heading.textContent = title;
  const notice = document.createElement("main");
  notice.className = "demo-org-notice";
  const news = document.createElement("div");
  news.setAttribute("role", role);
  news.append(heading, ...lines.map(buildParagraph));
  notice.append(news);
  return notice;
}

function buildParagraph(content: string | Node): HTMLParagraphElement {
  const paragraph = document.createElement("p");
  paragraph.append(content);
  return paragraph;
}
