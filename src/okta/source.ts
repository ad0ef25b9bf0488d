/** A public page that says what we say: a specification's section, or one of Okta's pages. */
export type Source = { readonly title: string; readonly url: string };
