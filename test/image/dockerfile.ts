import { readFile } from 'node:fs/promises';
import { Copy, DockerfileParser, Env, From, JSONInstruction } from 'dockerfile-ast';

/** One instruction, as far as our Dockerfile uses Docker's language; any other is refused by name. */
export type Step =
  | { readonly kind: 'run'; readonly command: string }
  | {
      readonly kind: 'copy';
      readonly from: string | null;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'workdir' | 'user' | 'expose' | 'label'; readonly text: string }
  | { readonly kind: 'entrypoint' | 'cmd' | 'healthcheck'; readonly words: readonly string[] };

export interface Stage {
  readonly name: string | null;
  readonly image: string;
  readonly steps: readonly Step[];
}

/** Where a Docker image is made from. */
export const CONTEXT = new URL('../../', import.meta.url);

/** The Dockerfile, parsed by the parser of Docker's editor extensions: https://github.com/rcjsuen/dockerfile-ast */
export async function readStages(): Promise<readonly Stage[]> {
  const parsed = DockerfileParser.parse(await readFile(new URL('Dockerfile', CONTEXT), 'utf8'));
  const stages: (Stage & { steps: Step[] })[] = [];
  for (const instruction of parsed.getInstructions()) {
    if (instruction instanceof From)
      stages.push({ name: instruction.getBuildStage(), image: instruction.getImage() ?? '', steps: [] });
    else stages.at(-1)?.steps.push(stepOf(instruction));
  }
  return stages;
}

function stepOf(
  instruction: ReturnType<ReturnType<typeof DockerfileParser.parse>['getInstructions']>[number],
): Step {
  const words = instruction.getArguments().map(argument => argument.getValue());
  const kind = instruction.getKeyword().toLowerCase();
  if (instruction instanceof Copy) {
    const from = instruction.getFromFlag()?.getValue() ?? null;
    return { kind: 'copy', from, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
  }
  if (instruction instanceof Env) {
    const values = instruction.getProperties().map(each => [each.getName(), each.getValue() ?? '']);
    return { kind: 'env', values: Object.fromEntries(values) };
  }
  if (kind === 'healthcheck') {
    // The parser takes what stands behind CMD for plain words.
    const command = (instruction.getRawArgumentsContent() ?? '').replace(/^[\s\S]*?\bCMD\s*/, '');
    return { kind, words: JSON.parse(command) };
  }
  if (instruction instanceof JSONInstruction && (kind === 'entrypoint' || kind === 'cmd'))
    return { kind, words: instruction.getJSONStrings().map(each => each.getJSONValue()) };
  const text = instruction.getArgumentsContent() ?? '';
  if (kind === 'run') return { kind, command: text };
  if (kind === 'workdir' || kind === 'user' || kind === 'expose' || kind === 'label') return { kind, text };
  throw new Error(`Cannot read the Dockerfile: nothing here knows what ${instruction.getKeyword()} does.`);
}

/** Names at the top of the context that .dockerignore lets in; it refuses all others. */
export async function readAllowed(): Promise<ReadonlySet<string>> {
  const text = await readFile(new URL('.dockerignore', CONTEXT), 'utf8');
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  if (lines[0] !== '*') throw new Error('Cannot read .dockerignore: it does not refuse everything first.');
  return new Set(lines.filter(line => line.startsWith('!')).map(line => line.slice(1)));
}
