import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PageDrafts } from '../src/glossary/draft.ts';
import type { Problem } from '../src/glossary/glossary.ts';
import type { PackedPage } from '../src/glossary/pack.ts';
import type { Progress } from '../src/sources/draft-cache.ts';
import type { Folder } from '../src/sources/folder.ts';
import { readWiki, unpackOf, type WikiRead } from '../src/sources/wiki.ts';
import { SettingsError } from './settings.ts';

/** What the child says: how far it is, then what it found, in parts. */
export type FromChild =
  | { readonly kind: 'progress'; readonly pages: number; readonly of: number }
  | { readonly kind: 'pages'; readonly pages: readonly PackedPage[]; readonly isOne: boolean }
  | { readonly kind: 'end'; readonly problems: readonly Problem[] };

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const SCRIPT = fileURLToPath(new URL(`./read-wiki-child.${EXTENSION}`, import.meta.url));

/**
 * Reads a wiki in a process of its own, which ends with that: reading ten thousand terms takes seconds, in which chat
 * platforms want to hear something, and a third of the memory that the parser takes would stay for good. Where no
 * process can be started, it is read here.
 * @throws {SettingsError} where that process was ended before it was done.
 */
export async function readWikiBeside(
  folders: readonly Folder[],
  cache: string | null,
  progress: Progress,
): Promise<WikiRead> {
  return (await readInChild(folders, cache, progress)) ?? readWiki(folders, cache, progress);
}

/** Null when no process could be started. */
async function readInChild(
  folders: readonly Folder[],
  cache: string | null,
  progress: Progress,
): Promise<WikiRead | null> {
  // It needs no settings, least of all tokens.
  const child = fork(SCRIPT, { serialization: 'advanced', execArgv: [], env: {} });
  const pages: PageDrafts[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<WikiRead | null>();
  child.on('message', (message: FromChild) => {
    // Unpacked as they come: what was sent is then forgotten, before there is much of it.
    if (message.kind === 'pages') for (const page of message.pages) pages.push(unpackOf(page, message.isOne));
    else if (message.kind === 'progress') progress(message.pages, message.of);
    else resolve({ pages, problems: message.problems });
  });
  child.once('error', () => resolve(null));
  // Comes after the last message.
  child.once('close', (code, signal) => reject(new SettingsError(explainEnd(code, signal))));
  child.send({ folders, cache }, () => {});
  return promise;
}

function explainEnd(code: number | null, signal: NodeJS.Signals | null): string {
  return `The wiki was not read to its end: the process that reads it was ended by ${signal ?? `code ${code}`}. Most often it had too little memory; give secterm more.`;
}
