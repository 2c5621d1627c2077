import { safe } from '../../src/replies/safe.ts';
import { assetAddress } from './assets.ts';
import type { Catalogue } from './catalogue.ts';
import { type Html, html } from './html.ts';
import type { Href } from './links.ts';

/** What every view is drawn with. */
export interface View {
  readonly catalogue: Catalogue;
  readonly href: Href;
  /** Whether it becomes a file, with no server behind it. */
  readonly isWritten: boolean;
}

/** A page's content and what the frame around it needs to know. */
export interface Content {
  readonly title: string;
  /** One or two sentences for who sees a link to the page. */
  readonly description: string;
  /** Its own address. */
  readonly address: string;
  readonly main: Html;
  /** Names of further assets. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

/** The places that every page leads to. */
const PLACES: readonly { readonly address: string; readonly label: string; readonly needsServer?: true }[] = [
  { address: '/', label: 'Ask', needsServer: true },
  { address: '/terms', label: 'Terms' },
  { address: '/subjects', label: 'Subjects' },
  { address: '/pages', label: 'Pages' },
  { address: '/map', label: 'Map' },
  { address: '/compare', label: 'Compare', needsServer: true },
  { address: '/check', label: 'Check' },
];

/** A whole page. Without scripts everything can be read; they complete, copy and keep the page while it changes. */
export function wholePage(view: View, content: Content): Html {
  const { href, isWritten, catalogue } = view;
  const { address, main, styles = [], scripts = [] } = content;
  const [title, description] = [safe(content.title), safe(content.description)];
  const whole = address === '/' ? title : `${title} · secterm`;
  const count = catalogue.terms.length;
  return html`<!doctype html>
<html lang="en"${isWritten ? '' : html` data-alive="/alive"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isWritten ? html`<meta http-equiv="Content-Security-Policy" content="${WRITTEN_POLICY}">` : ''}
<title>${whole}</title>
<meta name="description" content="${description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="secterm">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${href(assetAddress('icon.svg'))}" type="image/svg+xml">
<link rel="preload" href="${href(assetAddress('figtree.woff2'))}" as="font" type="font/woff2" crossorigin>
${['site.css', ...styles].map(name => html`<link rel="stylesheet" href="${href(assetAddress(name))}">\n`)}
${['site.js', ...scripts].map(name => html`<script type="module" src="${href(assetAddress(name))}"></script>\n`)}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
<a class="brand" href="${href('/')}">secterm</a>
<nav aria-label="Main">
<ul>${placesOf(view).map(place => navItem(place, address, href))}</ul>
</nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="site">
<p>${count === 1 ? '1 term' : `${count} terms`}, each quoted from the wiki. secterm makes nothing up.</p>
</footer>
</body>
</html>
`;
}

/** What the addresses of the pages within a place begin with, where not with its own. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  '/': [],
  '/terms': ['/terms/', '/t/'],
  '/subjects': ['/s/'],
  '/pages': ['/p/'],
};

/** A written site is searched instead of asked. */
function placesOf({ isWritten }: View): readonly { readonly address: string; readonly label: string }[] {
  if (!isWritten) return PLACES;
  return [{ address: '/', label: 'Search' }, ...PLACES.filter(place => !place.needsServer)];
}

function navItem({ address, label }: { address: string; label: string }, current: string, href: Href): Html {
  const within = WITHIN[address] ?? [`${address}/`];
  const state =
    current === address ? 'page' : within.some(start => current.startsWith(start)) ? 'true' : null;
  return html`<li><a href="${href(address)}"${state === null ? '' : html` aria-current="${state}"`}>${label}</a></li>`;
}

/** What a page may load; a server says the same in a header. */
export const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
};

const WRITTEN_POLICY = Object.entries(POLICY)
  .map(
    ([name, sources]) =>
      `${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`,
  )
  .join('; ');
