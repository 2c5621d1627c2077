import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages load. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=UTF-8',
  js: 'text/javascript; charset=UTF-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

const own = (name: string) => new URL(`./assets/${name}`, import.meta.url);

/** Every asset, by the name that it is served under. */
const SOURCES: Readonly<Record<string, () => URL>> = {
  'site.css': () => own('site.css'),
  'ask.css': () => own('ask.css'),
  'browse.css': () => own('browse.css'),
  'term.css': () => own('term.css'),
  'compare.css': () => own('compare.css'),
  'slack.css': () => own('slack.css'),
  'discord.css': () => own('discord.css'),
  'site.js': () => own('site.js'),
  'server-watch.js': () => own('server-watch.js'),
  'complete.js': () => own('complete.js'),
  'ask.js': () => own('ask.js'),
  'compare.js': () => own('compare.js'),
  'search.js': () => own('search.js'),
  'minisearch.js': () => new URL(import.meta.resolve('minisearch')),
  'map.css': () => own('map.css'),
  'map.js': () => own('map.js'),
  'icon.svg': () => own('icon.svg'),
  'figtree.woff2': () =>
    new URL(import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2')),
  'lora.woff2': () =>
    new URL(import.meta.resolve('@fontsource-variable/lora/files/lora-latin-wght-normal.woff2')),
  'lato-400.woff2': () => new URL(import.meta.resolve('@fontsource/lato/files/lato-latin-400-normal.woff2')),
  'lato-700.woff2': () => new URL(import.meta.resolve('@fontsource/lato/files/lato-latin-700-normal.woff2')),
};

export const ASSET_NAMES: readonly string[] = Object.keys(SOURCES);

const loaded = new Map<string, Asset>();

/** Null for a name that is none. Each is read once. */
export function assetNamed(name: string): Asset | null {
  const kept = loaded.get(name);
  if (kept !== undefined) return kept;
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  if (source === undefined) return null;
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  const asset = { type, bytes: readFileSync(source()) };
  loaded.set(name, asset);
  return asset;
}

let version: string | null = null;

/** Changes with any asset: a new version has new addresses, so that a browser may keep the old ones for good. */
export function assetVersion(): string {
  if (version !== null) return version;
  const hash = createHash('sha256');
  for (const name of ASSET_NAMES) hash.update(assetNamed(name)?.bytes ?? '');
  version = hash.digest('base64url').slice(0, 12);
  return version;
}

/** "/assets/VERSION/site.css"; what stylesheets and scripts refer to lies beside them. */
export function assetAddress(name: string): string {
  return `/assets/${assetVersion()}/${name}`;
}
