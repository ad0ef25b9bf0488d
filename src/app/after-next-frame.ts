/**
 * Calls back when the next frame has been drawn, so that later work doesn't delay the frame. Browsers draw no frames of a
 * hidden page, so there the callback runs soon.
 */
export function afterNextFrame(callback: () => void): void {
  // The browser draws a frame after the frame's callbacks, so wait for one more task.
  const callSoon = () => void setTimeout(callback);
  if (document.hidden) callSoon();
  else requestAnimationFrame(callSoon);
}
