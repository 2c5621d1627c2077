import { writeFile } from 'node:fs/promises';
import { createManifest } from './manifest.ts';

/** Writes the manifests into the adapter's folder: `npm run manifest`, after the command table or a need has changed. */
for (const [name, listens] of [
  ['manifest.json', false],
  ['manifest-listening.json', true],
] as const) {
  const text = `${JSON.stringify(createManifest(listens), null, 2)}\n`;
  await writeFile(new URL(`../${name}`, import.meta.url), text);
}
