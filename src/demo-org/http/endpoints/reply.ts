import type { Context } from "hono";
import type { ReplyAddress } from "../../rules/authorize/authorization-request.ts";
import { renderFormPostPage } from "../pages/form-post-page.ts";
import { renderPostMessagePage } from "../pages/post-message-page.ts";
import type { ReplyParameters } from "../pages/reply-parameters.ts";
import { sendPage } from "../pages/send-page.ts";
import { addToQuery, sendRedirect } from "../pages/send-redirect.ts";

/** @see OAuth 2.0 Multiple Response Type Encoding Practices §2.1; OAuth 2.0 Form Post Response Mode §2 */
export function sendReply(
  c: Context,
  { redirectUri, mode }: ReplyAddress,
  parameters: ReplyParameters,
): Promise<Response> | Response {
  switch (mode) {
    case "query":
      return sendRedirect(c, addToQuery(redirectUri, encodeForm(parameters)));
    case "fragment":
      return sendRedirect(c, `${redirectUri}#${encodeForm(parameters)}`);
    case "form_post":
      return sendPage(c, renderFormPostPage(redirectUri, parameters));
    case "okta_post_message":
      return sendPage(c, renderPostMessagePage(redirectUri, parameters));
    default:
      return mode satisfies never;
  }
}

function encodeForm(parameters: ReplyParameters): string {
  return new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
}
