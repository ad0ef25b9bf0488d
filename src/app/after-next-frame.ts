/**
 * Calls back when the next frame has been drawn, so that what the page can do later doesn't delay it. Browsers draw no
 * frames of a hidden page: it calls back soon there.
 */
export function afterNextFrame(callback: () => void): void {
  // Frames are drawn after their callbacks.
  const callSoon = () => void setTimeout(callback);
  if (document.hidden) callSoon();
  else requestAnimationFrame(callSoon);
}
