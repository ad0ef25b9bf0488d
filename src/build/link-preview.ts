import type { HtmlTagDescriptor, Plugin } from "vite";

const title = "Okta Groups Explorer";
const picture = {
  file: "screenshot.png",
  width: 1200,
  height: 630,
  alt: "A decoded ID token with its groups first, and the verdict: Groups are in the ID token.",
};

/**
 * Parses `PAGE_URL`: the address at which the build is deployed.
 *
 * @returns With a trailing slash; `undefined` if the variable is not set or empty.
 * @throws It is not an http or https address.
 */
export function parsePageUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Error(`PAGE_URL: “${text}” can’t be used. Write it as https://example.com/groups/.`);
  return url.href.replace(/\/*$/, "/");
}

/**
 * Adds the properties that other sites show in a preview of a link to the page. A picture needs an absolute URL, so
 * without `PAGE_URL` the preview has none.
 *
 * @see The Open Graph protocol; X: Cards, summary with large image
 */
export function linkPreview(pageUrl: string | undefined): Plugin {
  return {
    name: "link-preview",
    transformIndexHtml: () =>
      Object.entries(listProperties(pageUrl)).map(
        ([property, content]): HtmlTagDescriptor => ({
          tag: "meta",
          attrs: { [property.startsWith("og:") ? "property" : "name"]: property, content },
          injectTo: "head",
        }),
      ),
  };
}

/** The page's properties in previews of links. */
export function listProperties(pageUrl: string | undefined): Readonly<Record<string, string>> {
  const page = { "og:type": "website", "og:title": title };
  if (pageUrl === undefined) return page;
  return {
    ...page,
    "og:url": pageUrl,
    "og:image": new URL(picture.file, pageUrl).href,
    "og:image:width": String(picture.width),
    "og:image:height": String(picture.height),
    "og:image:alt": picture.alt,
    "twitter:card": "summary_large_image",
  };
}
