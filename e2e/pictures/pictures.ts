import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright";
import sharp from "sharp";
import { findInstalledBrowser, launchArguments } from "../support/browser.ts";
import { waitUntilFilled } from "../support/map.ts";
import { findRegion, findRequestForm, findSend, findVerdict, openTab } from "../support/regions.ts";
import { startStaticHost } from "../support/static-host.ts";

/** A picture of the tour, and how long it stays. */
type Frame = { readonly picture: Buffer; readonly milliseconds: number };

type ColorScheme = "light" | "dark";

const person = "it.user@example.com";
const folder = fileURLToPath(new URL("../../docs/", import.meta.url));
const linkPicture = fileURLToPath(new URL("../../public/screenshot.png", import.meta.url));

/**
 * Writes pictures of the built page with the demo org: the README's tour, in light and dark, to `docs/`, and the one for
 * previews of links to `public/`.
 */
async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const host = await startStaticHost();
  const executablePath = process.env.CHROMIUM_PATH ?? findInstalledBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...launchArguments],
  });
  try {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 720 },
        colorScheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(host.url);
      await writeTour(colorScheme, await takeTour(page));
      await context.close();
    }
    // The picture's size is 1200 by 630 pixels, which sites with large previews require.
    const context = await browser.newContext({
      viewport: { width: 1400, height: 735 },
      // The form needs a larger window, so the picture is scaled down.
      deviceScaleFactor: 1200 / 1400,
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await takeLinkPicture(await context.newPage(), host.url);
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Goes from a fat ID token to a thin one, to UserInfo and to the map. */
async function takeTour(page: Page): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  const show = async (milliseconds: number) => {
    await clearFocus(page);
    frames.push({ picture: await page.screenshot(), milliseconds });
  };
  const form = findRequestForm(page);

  await findSend(page).waitFor();
  await page.waitForLoadState("networkidle");
  await form.getByRole("radio", { name: "ID token", exact: true }).check();
  await form.getByRole("checkbox", { name: "groups", exact: true }).check();
  await show(2500);

  await findSend(page).click();
  const signIn = page.getByRole("button", { name: person, exact: true });
  await signIn.waitFor();
  await show(1500);

  await signIn.click();
  await waitUntilVerified(page);
  await show(2500);

  await form.getByRole("radio", { name: "Both", exact: true }).check();
  await show(1600);

  const leaving = page.waitForEvent("domcontentloaded");
  await findSend(page).click();
  await leaving;
  await findRegion(page, "ID token").getByText("Thin ID token").first().waitFor();
  await waitUntilVerified(page);
  await show(2500);

  await findVerdict(page).getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await findRegion(page, "UserInfo")
    .getByRole("list", { name: "Groups", exact: true })
    .first()
    .waitFor();
  await show(2500);

  await openTab(page, "Map");
  await page.getByRole("button", { name: /^Fill the map/ }).click();
  await waitUntilFilled(page);
  await show(2500);
  return frames;
}

/** Removes the focus ring, which would look like part of the page. */
async function clearFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  await page.mouse.move(0, 0);
}

/** A fat ID token with its groups. */
async function takeLinkPicture(page: Page, url: string): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  await findSend(page).click();
  await page.getByRole("button", { name: person, exact: true }).click();
  await waitUntilVerified(page);
  await clearFocus(page);
  // A palette makes the file a third of the size, without a visible difference.
  await sharp(await page.screenshot())
    .png({ palette: true })
    .toFile(linkPicture);
}

async function waitUntilVerified(page: Page): Promise<void> {
  await findRegion(page, "ID token")
    .getByText(/^Verified/)
    .first()
    .waitFor();
}

async function writeTour(colorScheme: ColorScheme, frames: readonly Frame[]): Promise<void> {
  await sharp(
    frames.map(({ picture }) => picture),
    { join: { animated: true } },
  )
    .webp({ delay: frames.map(({ milliseconds }) => milliseconds), loop: 0, quality: 80 })
    .toFile(`${folder}tour-${colorScheme}.webp`);
}

await main();
