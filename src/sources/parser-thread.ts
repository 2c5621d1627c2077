import { parentPort } from 'node:worker_threads';
import type { PageFile } from '../glossary/glossary.ts';
import { PageParser } from './page-parser.ts';
import type { Request, Response } from './parsers.ts';

// One of the threads of parsers.ts.
const parser = new PageParser();
const known = new Map<number, PageFile>();

parentPort?.on('message', ({ kind, files, others }: Request) => {
  const response: Response = files.flatMap(([number, sent]) => {
    if (sent) known.set(number, sent);
    const file = known.get(number);
    return file ? [[number, parser.find(kind, file, others)] as const] : [];
  });
  parentPort?.postMessage(response);
});
