// @ts-check
// Walks a map with the arrow keys, and shows what the box under the pointer or with the focus is tied to.

/** How much further something beside the wanted direction seems than something straight ahead. */
const ASIDE = 2.5;

/** @type {Readonly<Record<string, readonly [number, number]>>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

for (const region of document.querySelectorAll('.map-region')) prepare(region);

/** @param {Element} region */
function prepare(region) {
  const picture = region.querySelector('.map-picture');
  if (picture === null) return;
  showCentre(region, picture);
  region.addEventListener('keydown', event => {
    if (event instanceof KeyboardEvent) walk(event, picture);
  });
  for (const kind of ['pointerover', 'focusin'])
    region.addEventListener(kind, ({ target }) => highlight(picture, numberOf(target)));
  for (const kind of ['pointerleave', 'focusout'])
    region.addEventListener(kind, () => highlight(picture, numberOf(document.activeElement)));
}

/**
 * A region narrower than its picture begins in the middle of it.
 * @param {Element} region
 * @param {Element} picture
 */
function showCentre(region, picture) {
  const centre = picture.querySelector('.map-centre') ?? picture;
  const [outer, inner] = [region.getBoundingClientRect(), centre.getBoundingClientRect()];
  region.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
}

/**
 * @param {KeyboardEvent} event
 * @param {Element} picture
 */
function walk(event, picture) {
  const direction = DIRECTIONS[event.key];
  const here = document.activeElement;
  const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  if (direction === undefined || !isPlain || !(here instanceof SVGElement) || !picture.contains(here)) return;
  event.preventDefault();
  const next = nearest(here, [...picture.querySelectorAll('[data-x]')], direction);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * @param {SVGElement} here
 * @param {readonly Element[]} all
 * @param {readonly [number, number]} direction
 * @returns {SVGElement | null}
 */
function nearest(here, all, [right, down]) {
  const from = spotOf(here);
  let least = Number.POSITIVE_INFINITY;
  let found = null;
  for (const other of all) {
    if (!(other instanceof SVGElement) || other === here) continue;
    const { x, y } = spotOf(other);
    const ahead = (x - from.x) * right + (y - from.y) * down;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    const distance = ahead + ASIDE * aside;
    if (ahead <= 0 || distance >= least) continue;
    least = distance;
    found = other;
  }
  return found;
}

/** @param {SVGElement} link */
function spotOf({ dataset }) {
  return { x: Number(dataset['x']), y: Number(dataset['y']) };
}

/**
 * The number of the box that something belongs to.
 * @param {EventTarget | null} target
 */
function numberOf(target) {
  const box = target instanceof Element ? target.closest('[data-node]') : null;
  return box?.getAttribute('data-node') ?? null;
}

/**
 * @param {Element} picture
 * @param {string | null} number of a box; null when none is looked at.
 */
function highlight(picture, number) {
  const near = new Set([number]);
  for (const edge of picture.querySelectorAll('.map-edge')) {
    const ends = [edge.getAttribute('data-from'), edge.getAttribute('data-to')];
    const isIts = number !== null && ends.includes(number);
    edge.classList.toggle('is-lit', isIts);
    if (isIts) for (const end of ends) near.add(end);
  }
  for (const box of picture.querySelectorAll('[data-node]'))
    box.classList.toggle('is-lit', number !== null && near.has(box.getAttribute('data-node')));
  picture.classList.toggle('has-lit', number !== null && near.size > 1);
}
