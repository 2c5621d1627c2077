/**
 * Measures how well questions are understood: `npm run quality:questions -- [LABELS.jsonl DATA_FOLDER]`.
 * The labels were written from the pages alone, without sight of the code. Prints the share that is right in each
 * field, and each miss.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createBot } from '../../src/bot.ts';
import { buildGlossary } from '../../src/glossary/build.ts';
import { nameKey } from '../../src/language/normalise.ts';
import { toJson } from '../../src/replies/json.ts';
import { readFolder } from '../../src/sources/folder.ts';
import { readPages } from '../../src/sources/page-cache.ts';

const Label = z.object({
  ask: z.string(),
  intent: z.string().nullable(),
  terms: z.array(z.string()),
  aspect: z.string().nullable(),
  heard: z.enum(['command', 'channel']).default('command'),
  speaks: z.boolean().optional(),
});

const [labelsFile = 'test/quality/questions-bundled.jsonl', folder = 'data'] = process.argv.slice(2);
const labels = (await readFile(labelsFile, 'utf8'))
  .trim()
  .split('\n')
  .map(line => Label.parse(JSON.parse(line)));
const { pages, problems } = await readFolder({ name: folder, path: folder });
const read = await readPages(pages, null);
const bot = createBot(buildGlossary(read.pages, problems));

const right = { intent: 0, terms: 0, aspect: 0, all: 0, speaks: 0 };
const asked = labels.filter(label => label.intent !== null);
const overheard = labels.filter(label => label.speaks !== undefined);
for (const label of labels) {
  const got = toJson(label.ask, bot.hear({ text: label.ask, heardAs: label.heard, after: [] }));
  if (label.speaks !== undefined) {
    if (got.speaks === label.speaks) right.speaks += 1;
    else console.log(`SPEAKS   ${label.ask}\n         ${got.speaks ? 'spoke' : 'silent'}: ${got.because}`);
  }
  if (label.intent === null) continue;
  const names = got.terms.map(term => nameKey(term.name));
  const wanted = label.terms.map(nameKey);
  const isOpen = label.intent === 'list' || label.intent === 'unknown' || wanted.length === 0;
  const terms =
    isOpen ||
    (label.intent === 'suggest'
      ? names.includes(wanted[0] ?? '')
      : wanted.every(name => names.includes(name)));
  const aspect = label.intent === 'suggest' || nameKey(label.aspect ?? '') === nameKey(got.aspect ?? '');
  const intent = label.intent === got.intent;
  right.intent += Number(intent);
  right.terms += Number(terms);
  right.aspect += Number(aspect);
  right.all += Number(intent && terms && aspect);
  if (!(intent && terms && aspect)) {
    console.log(
      `MISS     ${label.ask}\n         wanted ${label.intent} ${JSON.stringify(label.terms)} ${label.aspect}\n         got    ${got.intent} ${JSON.stringify(got.terms.slice(0, 4).map(term => term.name))} ${got.aspect} (${got.via}, ${got.confidence})`,
    );
  }
}
const share = (count: number, of: number) => `${count}/${of} (${((100 * count) / of).toFixed(1)} %)`;
console.log(
  `intent ${share(right.intent, asked.length)}, terms ${share(right.terms, asked.length)}, aspect ${share(right.aspect, asked.length)}, all three ${share(right.all, asked.length)}`,
);
console.log(`speaks or keeps silent as wanted ${share(right.speaks, overheard.length)}`);
