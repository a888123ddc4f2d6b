/**
 * JSON over fetch, or a form with a file in it, with failures named after the fact.
 */

/** The network, or what stands in the way, did not bring an answer from our server. */
export class Offline extends Error {
  name = "Offline";
}

/** The server asks for a pause. */
export class Throttled extends Error {
  name = "Throttled";

  /** @param {number} retryAfter seconds */
  constructor(retryAfter) {
    super(`Throttled for ${retryAfter} s`);
    this.retryAfter = retryAfter;
  }
}

/** The server understood and will not: trying the same again is of no use. */
export class Refused extends Error {
  name = "Refused";

  /**
   * @param {number} status
   * @param {string} detail  a sentence for people
   * @param {string} code    a word for programs
   */
  constructor(status, detail, code) {
    super(detail);
    Object.assign(this, { status, detail, code });
  }
}

/** The server is not itself at the moment; later it may be. */
export class ServerTrouble extends Error {
  name = "ServerTrouble";

  constructor(status) {
    super(`Server trouble (${status})`);
    this.status = status;
  }
}

const TIMEOUT_MS = 12_000;
const RETRY_AFTER_S = 5;
const WORTH_ANOTHER_TRY = new Set([408, 425]);

/**
 * @param {{token: string, seat?: number, fetch?: typeof fetch, timeout?: number}} options
 *   token: the CSRF token; seat: the student that the page was made for, without whom nothing is to be done
 */
export function createApi({ token, seat, fetch = globalThis.fetch.bind(globalThis), timeout = TIMEOUT_MS }) {
  async function call(method, url, body) {
    const headers = { Accept: "application/json" };
    if (method !== "GET") {
      headers["X-CSRFToken"] = token;
    }
    if (seat !== undefined) {
      headers["X-Seat"] = String(seat);
    }
    const isForm = body instanceof FormData; // the browser writes its type, with the boundary between the fields
    if (body !== undefined && !isForm) {
      headers["Content-Type"] = "application/json";
    }
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timeout);
    try {
      const response = await fetch(url, {
        method,
        headers,
        body: body === undefined || isForm ? body : JSON.stringify(body),
        credentials: "same-origin",
        cache: "no-store",
        signal: patience.signal,
      });
      return await outcomeOf(response);
    } catch (failure) {
      throw isNamed(failure) ? failure : new Offline(String(failure));
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get: (url) => call("GET", url),
    post: (url, body) => call("POST", url, body),
    put: (url, body) => call("PUT", url, body),
    patch: (url, body) => call("PATCH", url, body),
    remove: (url) => call("DELETE", url),
  };
}

/** The api of a page of this site. @param {number} [seat]  of a child's page */
export function pageApi(seat) {
  return createApi({ token: document.querySelector('meta[name="csrf-token"]')?.content ?? "", seat });
}

async function outcomeOf(response) {
  if (response.status === 204) {
    return null;
  }
  if (response.status === 429) {
    throw new Throttled(secondsOf(response.headers.get("Retry-After")));
  }
  if (response.status >= 500 || WORTH_ANOTHER_TRY.has(response.status)) {
    throw new ServerTrouble(response.status);
  }
  const body = await jsonOf(response);
  if (response.ok) {
    if (body === undefined) {
      // A school's or hotel's sign-in page answers 200 to everything: that is no acknowledgement.
      throw new Offline("The answer is not from our server.");
    }
    return body;
  }
  throw new Refused(response.status, body?.detail ?? "That did not work. Reload the page.", body?.code ?? "refused");
}

async function jsonOf(response) {
  if (!response.headers.get("Content-Type")?.includes("json")) {
    return undefined;
  }
  try {
    return JSON.parse(await response.text());
  } catch (failure) {
    if (failure instanceof SyntaxError) {
      return undefined;
    }
    throw failure;
  }
}

/** Retry-After is seconds or a date; a date is not worth a clock here. */
function secondsOf(header) {
  const seconds = Number.parseFloat(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : RETRY_AFTER_S;
}

const isNamed = (failure) => [Offline, Throttled, Refused, ServerTrouble].some((kind) => failure instanceof kind);
