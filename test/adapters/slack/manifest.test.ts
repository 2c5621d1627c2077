import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  createManifest,
  EVENTS,
  LISTENING_EVENTS,
  LISTENING_SCOPES,
  SCOPES,
} from '../../../adapters/slack/setup/manifest.ts';

const FOLDER = new URL('../../../adapters/slack/', import.meta.url);
const SCHEMA = new URL('../../../../shared/specs/slack-manifest.schema.json', import.meta.url);
const MANIFESTS = [
  { file: 'manifest.json', listens: false },
  { file: 'manifest-listening.json', listens: true },
];

const read = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'));

describe.each(MANIFESTS)('$file', ({ file, listens }) => {
  it('is what "npm run manifest" writes', async () => {
    expect(await read(file)).toEqual(createManifest(listens));
  });

  it.skipIf(!existsSync(SCHEMA))(
    'fits Slack’s schema (skipped where the schema is not at hand)',
    async () => {
      const schema = z.fromJSONSchema(JSON.parse(await readFile(SCHEMA, 'utf8')));
      expect(schema.safeParse(await read(file)).error).toBeUndefined();
      expect(schema.safeParse({ ...createManifest(listens), features: { shortcuts: [] } }).success).toBe(
        false,
      );
    },
  );
});

describe('the README', () => {
  it('explains each scope and each event', async () => {
    const readme = await readFile(new URL('README.md', FOLDER), 'utf8');
    for (const { name, why } of [...SCOPES, ...EVENTS, ...LISTENING_SCOPES, ...LISTENING_EVENTS])
      expect(readme).toContain(`| \`${name}\` | ${why} |`);
  });
});
