/** Shown until the token endpoint has responded. In its own file, because a landing's first frame loads no explanations. */
export const exchangingTitle = "Exchanging the code for tokens…";
