/**
 * Scrolls to a position as soon as the page is long enough for it, unless the user does something before. After going back
 * the browser scrolls at once, when the page's content is not loaded yet.
 */
export function scrollWhenLoaded(top: number): void {
  const observer = new ResizeObserver(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    if (scrollHeight - clientHeight < top) return;
    window.scrollTo(0, top);
    observer.disconnect();
  });
  observer.observe(document.body);
  for (const type of ["wheel", "pointerdown", "keydown", "popstate"])
    window.addEventListener(type, () => observer.disconnect(), { once: true, passive: true });
}
