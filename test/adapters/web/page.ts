import { parse, serialize } from 'parse5';
import { onTestFinished } from 'vitest';
import { createHttpServer } from '../../../adapters/http/server.ts';
import { mountWeb } from '../../../adapters/web/index.ts';
import { type Bot, createBot } from '../../../src/bot.ts';
import { buildGlossary } from '../../../src/glossary/build.ts';
import { readPage } from '../../../src/glossary/read-page.ts';
import { type Folder, readFolder } from '../../../src/sources/folder.ts';
import { bundled, freePort } from '../slack/program.ts';
import { folderOf } from '../terminal/run.ts';

/** The web page of a wiki, served on loopback. */
export interface Served {
  /** Begins with http:// and ends without a slash. */
  readonly address: string;
  readonly port: number;
  /** The text of a page, which must be there. */
  read(path: string): Promise<string>;
  stop(): Promise<void>;
}

/** Serves the page of a wiki with these files, or of the bundled glossary, until the test is over. */
export async function servePage(files: Readonly<Record<string, string>> | null = null): Promise<Served> {
  if (files === null) return serveBundled(await freePort());
  return serveFolder(await folderOf(files));
}

/** Serves the page of the wiki in a folder. */
export async function serveFolder(path: string): Promise<Served> {
  const folders = [{ name: 'wiki', path }];
  return serve(await loadFolders(folders), folders, await freePort());
}

/** Serves the page of the bundled glossary at a port. */
export function serveBundled(port: number): Promise<Served> {
  return serve(bundled, [{ name: 'data', path: 'data' }], port);
}

async function loadFolders(folders: readonly Folder[]): Promise<Bot> {
  const contents = await Promise.all(folders.map(readFolder));
  return createBot(buildGlossary(contents.flatMap(({ pages }) => pages).map(readPage)));
}

async function serve(bot: Bot, folders: readonly Folder[], port: number): Promise<Served> {
  const host = '127.0.0.1';
  const mounts = [mountWeb({ bot: Promise.resolve(bot), host, folders })];
  const server = createHttpServer({
    port,
    host,
    mounts,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  onTestFinished(() => server.stop(0));
  await server.start();
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    port,
    async read(path) {
      const response = await fetch(address + path);
      if (!response.ok) throw new Error(`${path} is answered with ${response.status}`);
      return response.text();
    },
    stop: () => server.stop(0),
  };
}

/** What a page says, without its markup, with white space made one. */
export function wordsOf(page: string): string {
  return serialize(parse(page.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '')))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ');
}
