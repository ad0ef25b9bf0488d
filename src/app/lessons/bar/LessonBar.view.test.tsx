import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { RequestChoice } from "../../request-choice.ts";
import { buildRun, buildTokenRequest, testClaims } from "../../result/test-run.ts";
import type { Run } from "../../run.ts";
import type { SessionState } from "../../session-state.ts";
import { buildSessionState } from "../../test-session-state.ts";
import { createTestStorage } from "../../test-storage.ts";
import { fatAndThin, userInfo } from "../catalogue/fat-and-thin.ts";
import { lessons } from "../catalogue/lessons.ts";
import type { Lesson } from "../lesson.ts";
import { createProgressStore, type ProgressStore } from "../progress.ts";
import type { LessonOrg, PreparedStep } from "../set-up/lesson-org.ts";
import { LessonBar } from "./LessonBar.tsx";

const bar = page.getByRole("region", { name: "Lesson step" });
const button = (name: string) => bar.getByRole("button", { name });
const query = (step: number) => `?lesson=fat-and-thin&step=${step}`;
const { fat, thin, orgAccessToken } = testClaims;

type Options = {
  lesson?: Lesson;
  choice?: Partial<RequestChoice>;
  runs?: readonly Run[];
  org?: LessonOrg;
  progress?: ProgressStore;
  isOrgFromLink?: boolean;
};

async function renderBar(options: Options) {
  const { choice: change, runs = [], org = readyOrg(), progress, isOrgFromLink } = options;
  const { lesson = fatAndThin } = options;
  const state = buildSessionState(
    { lesson: lesson.id, ...change },
    { runs, shownRun: runs.at(-1), isOrgFromLink: isOrgFromLink ?? false },
  );
  const session = { getState: () => state, choose: vi.fn(), show: vi.fn(), send: vi.fn() };
  const store = progress ?? createProgressStore(() => storage);
  const storage = createTestStorage();
  const draw = (drawn: SessionState) => (
    <>
      <LessonBar lesson={lesson} state={drawn} session={session} org={org} progress={store} />
      <input aria-label="Field" />
    </>
  );
  const screen = await render(draw(state));
  const land = (run: Run) => screen.rerender(draw({ ...state, runs: [run], shownRun: run }));
  return { screen, session, progress: store, land };
}

function buildLessonOrg(prepare: LessonOrg["prepare"]): LessonOrg {
  return {
    prepare: vi.fn(prepare),
    restore: async () => ({ kind: "nothing" }),
    keep: async () => undefined,
    findChangedBy: async () => undefined,
  };
}

const readyOrg = () => buildLessonOrg(async () => ({ kind: "ready", hasChanged: false }));

// The set-up of the runs' org can't be read.
beforeEach(() => void vi.spyOn(window, "fetch").mockRejectedValue(new TypeError("offline")));
afterEach(() => vi.restoreAllMocks());

describe("an open step", () => {
  test("sets its request, and says what to watch", async () => {
    const { session, progress } = await renderBar({ choice: { step: 2 } });
    await expect.element(bar).toHaveTextContent("Step 2 of 3");
    await expect.element(bar).toHaveTextContent("Watch the groups");
    expect(session.choose).toHaveBeenCalledWith(
      {
        server: "org",
        authorizationServerId: "default",
        responseType: "id_token token",
        scopes: ["openid", "profile", "email", "groups"],
        person: "it.user@example.com",
        lesson: fatAndThin.id,
        step: 2,
      },
      false,
    );
    expect(session.send).not.toHaveBeenCalled();
    expect(progress.load()).toEqual({ [fatAndThin.id]: { at: 2, done: [] } });
  });

  test("is the lesson's last step if the number in the address is too high", async () => {
    await renderBar({ choice: { step: 9 } });
    await expect.element(bar).toHaveTextContent("Step 3 of 3");
  });

  test("says that it is done, and remembers it", async () => {
    const run = buildRun({ idToken: fat, request: { query: query(1) } });
    const { session, progress } = await renderBar({ runs: [run] });
    await expect.element(bar).toHaveTextContent("Done The ID token lists Everyone and IT.");
    expect(session.show).toHaveBeenCalledWith(run.id);
    expect(progress.load()).toEqual({ [fatAndThin.id]: { at: 1, done: [1] } });
    await expect
      .element(bar.getByRole("link", { name: "Step 1: The ID token alone, done" }))
      .toHaveAttribute("aria-current", "step");
  });

  test("says what is different, and sets the request again", async () => {
    const run = buildRun({
      idToken: thin,
      accessToken: orgAccessToken,
      request: { query: query(1) },
    });
    const { session } = await renderBar({ runs: [run] });
    await expect.element(bar).toHaveTextContent(/Not as expected.*id_token token/);
    session.choose.mockClear();
    await button("Set the request").click();
    expect(session.choose).toHaveBeenCalledWith(
      expect.objectContaining({ responseType: "id_token" }),
    );
  });

  test("shows hidden characters of a hostile response", async () => {
    const groups = ["Everyone", "IT\u202e"];
    const run = buildRun({ idToken: { ...fat, groups }, request: { query: query(1) } });
    await renderBar({ runs: [run] });
    await expect.element(bar).toHaveTextContent("U+202E");
  });

  test("sends its request when its button is pressed", async () => {
    const { session } = await renderBar({});
    await expect.element(button("Send this request")).not.toHaveAttribute("aria-disabled");
    await button("Send this request").click();
    expect(session.send).toHaveBeenCalledOnce();
  });
});

describe("the lesson bar", () => {
  const codeRun = buildRun({
    parameters: { code: "c" },
    request: { query: query(3), responseType: "code" },
    tokenRequest: buildTokenRequest({ idToken: { ...fat, at_hash: "x" } }),
  });
  const nextLesson = bar.getByRole("link", { name: `Next lesson: ${userInfo.title}` });

  test("opens the next step before the current one is done", async () => {
    const { session } = await renderBar({});
    await expect.element(button("Previous step")).toHaveAttribute("aria-disabled", "true");
    session.choose.mockClear();
    await button("Next step").click();
    expect(session.choose).toHaveBeenCalledWith(expect.objectContaining({ step: 2 }), true);
    await userEvent.keyboard("{ArrowRight}");
    expect(session.choose).toHaveBeenCalledTimes(2);
    // Enter then sends the step's request.
    await expect.element(button("Send this request")).toHaveFocus();
  });

  test("starts with the focus on its main button", async () => {
    await renderBar({});
    await expect.element(button("Send this request")).toHaveFocus();
  });

  test("links from the last step to the next lesson and to all lessons, and keeps the presentation", async () => {
    await renderBar({ choice: { step: 3, isPresenting: true }, runs: [codeRun] });
    const link = bar.getByRole("link", { name: "All lessons" });
    await expect
      .element(link)
      .toHaveAttribute("href", expect.stringMatching(/^\?lessons&.*present/));
    await expect
      .element(nextLesson)
      .toHaveAttribute(
        "href",
        expect.stringMatching(/present.*lesson=userinfo&step=1|lesson=userinfo&step=1.*present/),
      );
    await expect.element(button("Next step")).not.toBeInTheDocument();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(nextLesson).toHaveFocus();
  });

  test("focuses the next lesson when the focused button is gone", async () => {
    const { land } = await renderBar({ choice: { step: 3 } });
    await expect.element(button("Send this request")).toHaveFocus();
    await land(codeRun);
    await expect.element(nextLesson).toHaveFocus();
  });

  test("focuses the next lesson after a key that came during the check", async () => {
    let fail: () => void = () => undefined;
    vi.mocked(window.fetch).mockReturnValue(
      new Promise((_resolve, reject) => (fail = () => reject(new TypeError("offline")))),
    );
    await renderBar({ choice: { step: 3 }, runs: [codeRun] });
    await expect.element(bar).toHaveTextContent("Checking…");
    await userEvent.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(document.body);
    fail();
    await expect.element(nextLesson).toHaveFocus();
  });

  test("leaves the focus where the user moved it", async () => {
    const { land, screen } = await renderBar({ choice: { step: 3 } });
    await expect.element(button("Send this request")).toHaveFocus();
    screen.getByRole("textbox", { name: "Field" }).element().focus();
    document.activeElement instanceof HTMLElement && document.activeElement.blur();
    await land(codeRun);
    await expect.element(nextLesson).toHaveAttribute("data-way-on");
    expect(document.activeElement).toBe(document.body);
  });

  test("leads from the last step to the next lesson before the step is done", async () => {
    await renderBar({ choice: { step: 2 } });
    await expect.element(button("Next step")).toBeVisible();
    await button("Next step").click();
    await expect.element(bar.getByRole("link", { name: /^Next lesson/ })).not.toBeInTheDocument();
    await renderBar({ choice: { step: 3 } });
    await expect
      .element(page.getByRole("link", { name: `Next lesson: ${userInfo.title}` }))
      .toHaveTextContent("Next lesson →");
  });

  test("ends at the list of lessons", async () => {
    const last = lessons.at(-1) ?? fatAndThin;
    await renderBar({ lesson: last, choice: { step: last.steps.length } });
    const links = bar.getByRole("link", { name: "All lessons" });
    await expect.element(links.last()).toHaveAttribute("href", expect.stringMatching(/^\?lessons/));
    await expect.element(button("Previous step")).toBeVisible();
    await expect.element(button("Next step")).not.toBeInTheDocument();
    expect(links.elements()).toHaveLength(2);
  });

  test("ignores arrow keys in a field", async () => {
    const { session, screen } = await renderBar({});
    session.choose.mockClear();
    screen.getByRole("textbox", { name: "Field" }).element().focus();
    await userEvent.keyboard("{ArrowRight}{ArrowLeft}");
    expect(session.choose).not.toHaveBeenCalled();
  });

  test("has a link to each step, which keeps the presentation", async () => {
    await renderBar({ choice: { isPresenting: true } });
    await expect
      .element(bar.getByRole("link", { name: "Step 3: For a code" }))
      .toHaveAttribute("href", expect.stringMatching(/present=.*lesson=fat-and-thin&step=3/));
  });
});

describe("the demo org", () => {
  test("is changed only after the user confirms the listed changes", async () => {
    let isAllowed = false;
    const org = buildLessonOrg(async (_lesson, _step, options) => {
      isAllowed ||= options?.hasConsent ?? false;
      return isAllowed
        ? { kind: "ready", hasChanged: true }
        : { kind: "needs-consent", parts: ["the app’s groups claim", "the app’s profile"] };
    });
    await renderBar({ org });
    const question = bar.getByRole("group", {
      name: /Change the demo org.*the app’s groups claim and the app’s profile.*restored when you leave/,
    });
    await expect.element(question).toBeVisible();
    await expect.element(button("Send this request")).not.toBeInTheDocument();
    await question.getByRole("button", { name: "Not now" }).click();
    await expect.element(question).not.toBeInTheDocument();
    expect(isAllowed).toBe(false);
    await expect
      .element(bar)
      .toHaveTextContent(
        "The demo org was not changed. This lesson needs changes to the app’s groups claim and the app’s profile.",
      );
    await expect.element(bar).not.toHaveTextContent(fatAndThin.steps[0]?.watch ?? "");
    await button("Change the demo org").click();
    await expect.element(button("Send this request")).toHaveFocus();
    await expect.element(bar).toHaveTextContent(fatAndThin.steps[0]?.watch ?? "");
  });

  test("is set up before a request queued with Enter is sent", async () => {
    let finish: (prepared: PreparedStep) => void = () => undefined;
    const org = buildLessonOrg(() => new Promise((resolve) => (finish = resolve)));
    const { session } = await renderBar({ org });
    await userEvent.keyboard("{Enter}");
    expect(session.send).not.toHaveBeenCalled();
    finish({ kind: "ready", hasChanged: true });
    await expect.poll(() => session.send.mock.calls.length).toBe(1);
  });

  test("can be set up again after the user changed it", async () => {
    const org = buildLessonOrg(async (_lesson, _step, options) =>
      options?.again ? { kind: "ready", hasChanged: true } : { kind: "changed" },
    );
    await renderBar({ org });
    await expect.element(bar).toHaveTextContent("set-up was changed");
    await button("Set up again").click();
    await expect.element(button("Send this request")).toBeVisible();
  });

  test("that can't be set up says why", async () => {
    const message = "This step needs the group IT, which the demo org no longer has.";
    await renderBar({ org: buildLessonOrg(async () => ({ kind: "failed", message })) });
    await expect.element(bar).toHaveTextContent(message);
    await expect.element(bar).toHaveTextContent("The demo org is not set up for this step");
    await expect.element(bar).not.toHaveTextContent(fatAndThin.steps[0]?.watch ?? "");
  });
});

describe("another org", () => {
  const own = { org: "own", domain: "dev-1.okta.com", clientId: "0oa1" } as const;

  test("is never set up, and its admin is told what to set up", async () => {
    const org = buildLessonOrg(async () => ({ kind: "ready", hasChanged: true }));
    const { session } = await renderBar({ choice: own, org });
    await button("What your org needs").click();
    await expect
      .element(page.getByRole("dialog", { name: "What your org needs" }))
      .toHaveTextContent("Sign On > OpenID Connect ID Token");
    expect(org.prepare).not.toHaveBeenCalled();
    await expect.element(bar).toHaveTextContent("Once your org has what this step needs: ");
    await userEvent.keyboard("{Escape}");
    await button("Send this request").click();
    expect(session.send).toHaveBeenCalledOnce();
  });

  test("gets no request from the lesson if a link chose it", async () => {
    await renderBar({ choice: { ...own, step: 3 }, isOrgFromLink: true });
    await expect.element(bar).toHaveTextContent("Not sent yet.");
    await expect.element(button("Send this request")).not.toBeInTheDocument();
    // Nothing is done yet, so Enter must not lead to the next lesson.
    expect(document.activeElement).toBe(document.body);
  });
});
