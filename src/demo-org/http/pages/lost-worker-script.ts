/**
 * Keeps a form from being sent to the static host, which can't answer it, if the browser deleted the worker along with
 * the site's data. The form's address is opened as a link instead: there the page starts the worker, which then
 * says that this sign-in page is no longer valid.
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
