import { parentPort } from 'node:worker_threads';
import type { PageFile } from '../glossary/glossary.ts';
import { PageParser } from './page-parser.ts';
import type { Request, Response } from './parsers.ts';

// One of the threads of parsers.ts.
const parser = new PageParser();
const known = new Map<number, PageFile>();

parentPort?.on('message', ({ kind, files, others }: Request) => {
  const response: Response = files.map(([number, sent]) => {
    const file = known.get(number) ?? sent;
    known.set(number, file);
    return [number, parser.find(kind, file, others)];
  });
  parentPort?.postMessage(response);
});
