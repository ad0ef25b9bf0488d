const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#17624f"/><circle cx="12.5" cy="13" r="4.5" fill="none" stroke="#fff" stroke-width="2.2"/><circle cx="21" cy="19.5" r="4.5" fill="#7fd3b8" stroke="#17624f" stroke-width="1.4"/></svg>`;

/**
 * The icon of the org's own pages, in its address itself. Without one a browser asks for `/favicon.ico`, which no page
 * here may load, and writes that into its console as an error of the page's.
 */
export const icon = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
