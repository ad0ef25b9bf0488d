/** If the browser has deleted the worker, opens the form's address as a link: that starts the worker again. */
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
