/** The seat that this browser holds. */

import { Refused } from "./api.js";

/** The student who sits here, by the server's word; null for nobody. */
export async function whoSitsHere(api, url) {
  try {
    return (await api.get(url)).id;
  } catch (failure) {
    if (failure instanceof Refused) {
      return null;
    }
    throw failure;
  }
}
