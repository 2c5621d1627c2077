import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTEXT, type Stage, type Step } from './dockerfile.ts';

/** What a stage has become: a folder that stands for its "/", and what its instructions set. */
export interface Built {
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly healthcheck: readonly string[];
}

/**
 * Does what the Dockerfile's steps say, in folders instead of images. What it cannot show: the base image, for which
 * this machine's Node.js stands in, and that Docker's own reading of a step is ours.
 * @param allowed what .dockerignore lets in.
 * @returns the last stage.
 */
export function buildByHand(stages: readonly Stage[], allowed: ReadonlySet<string>, scratch: string): Built {
  const built = new Map<string, Built>();
  let last: Built | null = null;
  for (const [number, { name, steps }] of stages.entries()) {
    const root = join(scratch, `stage-${number}`);
    mkdirSync(root);
    let stage: Built = {
      root,
      workdir: '/',
      env: {},
      user: 'root',
      entrypoint: [],
      cmd: [],
      healthcheck: [],
    };
    for (const step of steps) stage = done(step, stage, { built, allowed });
    if (name !== null) built.set(name, stage);
    last = stage;
  }
  if (last === null) throw new Error('Cannot build: the Dockerfile has no stage.');
  return last;
}

interface Surroundings {
  readonly built: ReadonlyMap<string, Built>;
  readonly allowed: ReadonlySet<string>;
}

function done(step: Step, stage: Built, surroundings: Surroundings): Built {
  switch (step.kind) {
    case 'workdir':
      mkdirSync(join(stage.root, step.text), { recursive: true });
      return { ...stage, workdir: step.text };
    case 'env':
      return { ...stage, env: { ...stage.env, ...step.values } };
    case 'user':
      return { ...stage, user: step.text };
    case 'entrypoint':
    case 'cmd':
    case 'healthcheck':
      return { ...stage, [step.kind]: step.words };
    case 'run':
      run(step.command, stage);
      return stage;
    case 'copy':
      copy(step, stage, surroundings);
      return stage;
    case 'expose':
    case 'label':
      return stage;
  }
}

function run(command: string, { root, workdir, env }: Built): void {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: join(root, workdir),
    env: { ...process.env, NODE_ENV: '', ...env, PATH: path },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`RUN ${command} ended with ${status}:\n${stdout}${stderr}`);
}

function copy(
  { from, sources, target }: Step & { kind: 'copy' },
  { root, workdir }: Built,
  { built, allowed }: Surroundings,
): void {
  const origin = from === null ? null : built.get(from);
  if (origin === undefined) throw new Error(`COPY --from=${from}: there is no such stage.`);
  for (const source of sources) {
    if (origin === null && !allowed.has(source))
      throw new Error(`COPY ${source}: .dockerignore does not let it in.`);
    const path = join(origin === null ? fileURLToPath(CONTEXT) : origin.root, source);
    if (!existsSync(path)) throw new Error(`COPY ${source}: there is no such file.`);
    const place = join(root, resolve(workdir, target));
    // A folder's contents go into the target; a file goes below it when that is a folder.
    const isBelow = !statSync(path).isDirectory() && /(?:^|\/)\.?\/?$/.test(target);
    cpSync(path, isBelow ? join(place, basename(path)) : place, { recursive: true, verbatimSymlinks: true });
  }
}
