/**
 * If the browser has deleted the worker, the static host can't handle the form. Opened as a link, its address starts
 * the worker, which says that the page is no longer valid.
 */
export const lostWorkerScript = `
let isChecked = false;
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (isChecked) return;
  event.preventDefault();
  if (await navigator.serviceWorker.getRegistration()) {
    isChecked = true;
    form.requestSubmit(submitter);
  } else {
    location.replace(form.action);
  }
});
`;
