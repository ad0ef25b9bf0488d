import type { Fill } from "./fill-state.ts";
import type { MapCell, MapTableRow } from "./map-table.ts";

type FillMessage = {
  title: string;
  sentence: string;
  /** What goes on: silently, or by a visit to the org's sign-in page. */
  action?: { label: string; mode: "silent" | "interactive" };
};

/** Why a fill waits, and what goes on with it. */
export function describePause({ pause, question }: Fill): FillMessage {
  const org = question.org === "demo" ? "the demo org" : new URL(question.orgUrl).host;
  const signIn = { label: "Sign in and go on", mode: "interactive" } as const;
  const { login } = question;
  switch (pause?.kind) {
    case "needs-user":
      return describeNeed(pause.error, org, login);
    case "other-user":
      return {
        title: "Someone else is signed in now",
        sentence: `A map is about one user, so it stopped. What ${login ?? "the first user"} got is kept.`,
      };
    case "not-sent":
      return {
        title: "The next request could not be sent",
        sentence: pause.message,
        action: { label: "Try again", mode: "silent" },
      };
    case "interrupted":
    case undefined:
      return {
        title: "The map is not filled yet",
        sentence: `If ${org} showed an error page, check the client ID and the app’s sign-in redirect URIs first.`,
        action: { label: "Go on", mode: "silent" },
      };
    default:
      return pause satisfies never;
  }

  function describeNeed(error: string | undefined, at: string, user: string | undefined) {
    if (error === "consent_required") {
      return {
        title: "The org asks for consent first (consent_required)",
        sentence: "Give it once, then the other requests follow by themselves.",
        action: { label: "Give consent and go on", mode: "interactive" } as const,
      };
    }
    const code = error === undefined ? "" : ` (${error})`;
    return {
      title:
        user === undefined ? `Nobody is signed in at ${at}${code}` : `Sign in as ${user}${code}`,
      sentence:
        error === undefined || error === "login_required"
          ? "The map’s requests show no sign-in page. Sign in once, then they follow by themselves."
          : `${at} wants to show a page for this request. Visit it once, then the others follow by themselves.`,
      action: signIn,
    };
  }
}

/** What a finished fill has found. */
export function summarizeFill({ queue, failedRowIds }: Fill, rows: readonly MapTableRow[]): string {
  const cells = rows
    .filter(({ row }) => queue.includes(row.id))
    .flatMap((it): readonly MapCell[] => Object.values(it.cells));
  const wrong = cells.filter(({ predicted }) => predicted !== undefined).length;
  const refused = rows.filter(
    ({ row, cells: { idToken, accessToken } }) =>
      queue.includes(row.id) &&
      [idToken, accessToken].some((it) => it.evidence === "seen" && it.groups === "refused"),
  ).length;
  const sentences = [
    `${count(queue.length, "request")} sent, ${refused === 0 ? "none" : refused} refused.`,
    failedRowIds.length > 0 &&
      `${count(failedRowIds.length, "response")} can’t be used: ${failedRowIds.length === 1 ? "its run says" : "their runs say"} why.`,
    wrong > 0
      ? `${count(wrong, "cell")} ${wrong === 1 ? "is" : "are"} not as predicted.`
      : "Nothing contradicts the prediction.",
  ];
  return sentences.filter(Boolean).join(" ");
}

export function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
