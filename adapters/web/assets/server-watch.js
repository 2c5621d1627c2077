// Knows whether the server answers, and says so when it does not.

/** Milliseconds between looks: while all is well, and while it does not answer. */
const USUAL = 10_000;
const LOST = 1500;
/** A look that takes longer, in milliseconds, has failed. */
const LONGEST = 4000;

/** @type {HTMLElement | null} */
let notice = null;
/** @type {(() => void)[]} */
let waiting = [];
let timer = 0;
let address = '';

/**
 * Looks now and then, and while the page is seen.
 * @param {string} url what answers when all is well
 */
export function watchServer(url) {
  address = url;
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void look();
  });
  timer = window.setTimeout(look, USUAL);
}

/**
 * Fetches something from the server; where that is lost, as soon as it is back.
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 */
export async function fetchPatiently(url, init) {
  for (;;) {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      tellLost();
      await new Promise(resolve => {
        waiting.push(() => resolve(undefined));
        void look();
      });
      init?.signal?.throwIfAborted();
    }
  }
}

async function look() {
  clearTimeout(timer);
  const isAlive = document.hidden || (await answers());
  if (!isAlive) tellLost();
  else if (notice !== null) tellBack();
  timer = window.setTimeout(look, notice === null ? USUAL : LOST);
}

async function answers() {
  try {
    const { ok } = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(LONGEST) });
    return ok;
  } catch {
    return false;
  }
}

function tellLost() {
  if (notice !== null) return;
  notice = document.createElement('p');
  notice.className = 'lost';
  notice.setAttribute('role', 'alert');
  notice.textContent = 'secterm does not answer. Was it stopped? This page goes on as soon as it is back.';
  document.body.append(notice);
}

function tellBack() {
  notice?.remove();
  notice = null;
  const ready = waiting;
  waiting = [];
  for (const go of ready) go();
}
