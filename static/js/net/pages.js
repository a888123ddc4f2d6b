/** Pages of this site, of which a part is to be shown on another. */

/** The page at the address; null where the network or the server brings none. */
export async function pageAt(url, options) {
  try {
    const response = await fetch(url, { credentials: "same-origin", cache: "no-store", ...options });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch (failure) {
    if (failure instanceof TypeError) {
      return null; // no network
    }
    throw failure;
  }
}
