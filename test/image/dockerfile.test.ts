import { readFile } from 'node:fs/promises';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONTEXT, readAllowed, readStages, type Stage, type Step } from './dockerfile.ts';

const stages = await readStages();
const [build, final] = stages;
if (build === undefined || final === undefined) throw new Error('The Dockerfile has not two stages.');
const compose = parse(await readFile(new URL('compose.yaml', CONTEXT), 'utf8')).services.secterm;
const operating = await readFile(new URL('docs/operating.md', CONTEXT), 'utf8');

/** The steps of one kind. */
function stepsOf<Kind extends Step['kind']>({ steps }: Stage, kind: Kind) {
  return steps.filter((step): step is Step & { kind: Kind } => step.kind === kind);
}

const environment = Object.assign({}, ...stepsOf(final, 'env').map(({ values }) => values));

describe('the Dockerfile', () => {
  it('has nothing that a linter objects to', async () => {
    const text = await readFile(new URL('Dockerfile', CONTEXT), 'utf8');
    expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
    expect(validate('FROM node\nCOPY a\n')).not.toEqual([]);
  });

  it('stands, in both stages, on the small official image of the very Node.js that the tests run on', async () => {
    const { packages } = JSON.parse(await readFile(new URL('package-lock.json', CONTEXT), 'utf8'));
    const { version } = packages['node_modules/node'];
    expect(stages.map(({ image }) => image)).toEqual(Array(2).fill(`node:${version}-trixie-slim`));
  });

  it('installs what the lockfile says and runs no package’s scripts', () => {
    const installs = stepsOf(build, 'run').filter(({ command }) => command.includes('npm'));
    expect(installs.map(({ command }) => command.split(' ').slice(0, 3).join(' '))).toEqual([
      'npm ci --ignore-scripts',
      'npm run build',
      'npm prune --omit=dev',
    ]);
    const last = build.steps.at(-1);
    expect(last).toMatchObject({ kind: 'run', command: expect.stringContaining('--omit=dev') });
  });

  it('copies into the image what was built and what is shown, and runs nothing there', () => {
    expect(stepsOf(final, 'run')).toEqual([]);
    const copied = stepsOf(final, 'copy').map(({ from, sources, target }) => [from, ...sources, target]);
    expect(copied).toEqual([
      ['build', '/app/node_modules', './node_modules'],
      ['build', '/app/dist', './dist'],
      [null, 'package.json', 'LICENSE', './'],
      [null, 'bin', './bin'],
      [null, 'data', './data'],
      [null, 'data', '/wiki'],
    ]);
  });

  it('lets nothing in but what is copied, so that no .env gets into an image', async () => {
    const copies = [...stepsOf(build, 'copy'), ...stepsOf(final, 'copy')];
    const wanted = copies.flatMap(({ from, sources }) => (from === null ? sources : []));
    expect([...(await readAllowed())].sort()).toEqual([...new Set(wanted)].sort());
    expect(await readFile(new URL('.dockerignore', CONTEXT), 'utf8')).toMatch(/^\*\*\/\.env$/m);
  });

  it('runs as a user by number that is not root, in a working folder, from the pages at /wiki', () => {
    expect(stepsOf(final, 'user').map(({ text }) => text)).toEqual(['1000:1000']);
    expect(stepsOf(final, 'workdir').map(({ text }) => text)).toEqual(['/app']);
    expect(environment).toMatchObject({ NODE_ENV: 'production', SECTERM_DATA: '/wiki', PORT: '3000' });
    expect(stepsOf(final, 'expose').map(({ text }) => text)).toEqual([environment.PORT]);
  });

  it('writes only below /tmp', () => {
    expect(environment).toMatchObject({ XDG_CACHE_HOME: '/tmp', NODE_DISABLE_COMPILE_CACHE: '1' });
  });

  it('starts node itself, so that SIGTERM reaches it, and asks /healthz without curl', () => {
    expect(stepsOf(final, 'entrypoint').map(({ words }) => words)).toEqual([
      ['node', '--max-semi-space-size=4', '--optimize-for-size', 'bin/secterm.js'],
    ]);
    expect(stepsOf(final, 'cmd').map(({ words }) => words)).toEqual([['start']]);
    const [check, ...others] = stepsOf(final, 'healthcheck');
    expect(others).toEqual([]);
    expect(check?.words.slice(0, 2)).toEqual(['node', '-e']);
    expect(check?.words[2]).toContain('/healthz');
  });

  it('holds no secret and no setting of a platform', () => {
    expect(Object.keys(environment).filter(name => /TOKEN|SECRET|KEY|SLACK|DISCORD/.test(name))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  it('gives the bot nothing that it does not need', () => {
    expect(compose).toMatchObject({
      restart: 'unless-stopped',
      init: true,
      env_file: '.env',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      logging: { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '3' } },
    });
    expect(compose.tmpfs).toEqual([expect.stringMatching(/^\/tmp:size=/)]);
    expect(compose.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  it('mounts the wiki where the image answers from, for reading alone', () => {
    expect(compose.volumes).toEqual([expect.stringMatching(/:\/wiki:ro$/)]);
    expect(compose.environment).toEqual({
      SECTERM_DATA: environment.SECTERM_DATA,
      PORT: environment.PORT,
    });
  });

  it('checks health as the image does', () => {
    const [check] = stepsOf(final, 'healthcheck');
    const [kind, ...words] = compose.healthcheck.test;
    // Compose reads "$$" as one "$".
    expect([kind, ...words.map((word: string) => word.replaceAll('$$', '$'))]).toEqual([
      'CMD',
      ...(check?.words ?? []),
    ]);
  });
});

describe('docs/operating.md', () => {
  it('names what the image and the server have', () => {
    for (const name of ['/wiki', '/healthz', '/readyz', '/tmp', '--read-only', 'compose.yaml'])
      expect(operating).toContain(name);
  });
});
