import { once } from 'node:events';
import { readPages } from '../src/sources/page-cache.ts';

// The process of read-pages-beside.ts: takes the pages' texts, gives what was read of them.
const [{ files, cache }] = await once(process, 'message');
process.send?.(await readPages(files, cache));
