import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { initialChoice } from "../../request-choice.ts";
import { createTestStorage } from "../../test-storage.ts";
import { fatAndThin, userInfo } from "../catalogue/fat-and-thin.ts";
import { createProgressStore } from "../progress.ts";
import { LessonList } from "./LessonList.tsx";

const list = page.getByRole("list", { name: "Lessons" });
const lesson = (title: string) => list.getByRole("listitem").filter({ hasText: title });

function createProgress() {
  const storage = createTestStorage();
  return createProgressStore(() => storage);
}

test("each lesson starts at its first step, and links to the Okta page that it teaches", async () => {
  await render(<LessonList choice={initialChoice} progress={createProgress()} />);
  const entry = lesson(fatAndThin.title);
  await expect.element(entry).toHaveTextContent("3 steps");
  await expect
    .element(entry.getByRole("link", { name: fatAndThin.title }))
    .toHaveAttribute("href", "./?lesson=fat-and-thin&step=1");
  await expect
    .element(entry.getByRole("link", { name: fatAndThin.source.title }))
    .toHaveAttribute("href", fatAndThin.source.url);
  await expect
    .element(page.getByRole("button", { name: "Reset progress" }))
    .not.toBeInTheDocument();
});

test("a lesson is resumed where it was left, in the same org", async () => {
  const progress = createProgress();
  progress.saveDone(userInfo.id, 1);
  progress.saveStep(userInfo.id, 2);
  const choice = {
    ...initialChoice,
    org: "own",
    domain: "dev-1.okta.com",
    clientId: "0oa1",
  } as const;
  await render(<LessonList choice={choice} progress={progress} />);
  const entry = lesson(userInfo.title);
  await expect.element(entry).toHaveTextContent("1 of 3 steps done");
  await expect
    .element(entry.getByRole("link", { name: "Resume at step 2" }))
    .toHaveAttribute("href", "./?org=dev-1.okta.com&client_id=0oa1&lesson=userinfo&step=2");
  await expect
    .element(entry.getByRole("link", { name: "Start again" }))
    .toHaveAttribute("href", expect.stringMatching(/step=1$/));
});

test("the progress is reset only after a confirmation", async () => {
  const progress = createProgress();
  for (const step of [1, 2, 3]) progress.saveDone(userInfo.id, step);
  await render(<LessonList choice={initialChoice} progress={progress} />);
  await expect.element(lesson(userInfo.title)).toHaveTextContent("3 of 3 steps done");
  await page.getByRole("button", { name: "Reset progress" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect.element(lesson(userInfo.title)).toHaveTextContent("3 of 3 steps done");
  await page.getByRole("button", { name: "Reset progress" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset" }).click();
  await expect.element(lesson(userInfo.title)).not.toHaveTextContent("done");
  expect(progress.load()).toEqual({});
});
