/** Removes tokens and codes from the page's address and its history entry. No page of the org reads them. */
export const cleanAddressScript = `
const removedNames = ["code", "id_token", "access_token", "refresh_token", "device_secret", "id_token_hint"];
const isKept = (pair) => !removedNames.some((name) => new URLSearchParams(pair).has(name));
const cleanAddress = () => {
  const { origin, pathname, search, hash } = location;
  const query = search.slice(1);
  const keptQuery = query.split("&").filter(isKept).join("&");
  const keptHash = /=|%3D/i.test(hash) ? "" : hash;
  if (keptQuery === query && keptHash === hash) return;
  const address = origin + pathname + (keptQuery && "?" + keptQuery) + keptHash;
  history.replaceState(history.state, "", address);
};
cleanAddress();
addEventListener("hashchange", cleanAddress);
`;
