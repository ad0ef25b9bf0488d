import { html } from "hono/html";
import { renderPage } from "../pages/layout.ts";
import type { ResponseMode } from "./parameters.ts";

export type AuthorizationResponse = {
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  /** In the order in which they are to be sent; what is `undefined` is left out. */
  readonly parameters: readonly (readonly [name: string, value: string | undefined])[];
};

/**
 * Answers the client, in the mode that it asked for. A redirect is a 302 or 303, so that a POSTed sign-in form
 * becomes a GET (a service worker's 307 or 308 would post the form on).
 *
 * @see OAuth 2.0 Multiple Response Type Encoding Practices §2.1; OAuth 2.0 Form Post Response Mode
 */
export async function respond(response: AuthorizationResponse): Promise<Response> {
  const { redirectUri, responseMode } = response;
  const parameters = response.parameters.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  switch (responseMode) {
    case "fragment":
      return redirect(`${redirectUri}#${encode(parameters)}`);
    case "query":
      return redirect(
        `${redirectUri}${redirectUri.includes("?") ? "&" : "?"}${encode(parameters)}`,
      );
    case "form_post":
      return renderPage({
        title: "Going back",
        script: "document.forms[0].submit()",
        // The form is for the client, wherever that is registered.
        formAction: new URL(redirectUri).origin,
        body: html`<form method="post" action="${redirectUri}">
          ${hiddenFields(parameters)}<button>Go on</button>
        </form>`,
      });
    case "okta_post_message":
      return renderPage({
        title: "Going back",
        script: `const fields = document.querySelectorAll("input");
const message = Object.fromEntries([...fields].map(({ name, value }) => [name, value]));
const target = document.querySelector("form").dataset.targetOrigin;
(window.opener ?? window.parent).postMessage(message, target);`,
        body: html`<form data-target-origin="${new URL(redirectUri).origin}">
            ${hiddenFields(parameters)}
          </form>
          <p>The answer was handed to the window that asked. This one can be closed.</p>`,
      });
  }
}

type Parameters = readonly (readonly [string, string])[];

/** Form style, as Okta does it: a space is `+`, a comma `%2C`, an apostrophe `%27`. */
function encode(parameters: Parameters): string {
  return new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
}

function hiddenFields(parameters: Parameters) {
  return parameters.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}

function redirect(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: location,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    },
  });
}
