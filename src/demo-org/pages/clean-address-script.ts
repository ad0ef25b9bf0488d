/**
 * Takes tokens and codes out of the page's address and its history entry. A link or a redirect may have put them there,
 * and no page of the org reads them.
 */
export const cleanAddressScript = `
const cleanAddress = () => {
  const url = new URL(location.href);
  if (url.hash.includes("=")) url.hash = "";
  for (const name of ["code", "id_token", "access_token", "refresh_token", "id_token_hint"])
    url.searchParams.delete(name);
  if (url.href !== location.href) history.replaceState(history.state, "", url);
};
cleanAddress();
addEventListener("hashchange", cleanAddress);
`;
