import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Outline } from './outline.ts';

const list = z
  .union([z.array(z.string()), z.string().transform(text => text.split(/\s*,\s*/))])
  .transform(names => names.map(name => name.trim()).filter(name => name !== ''));

/** Other tools put keys of their own there; those are left alone. */
const FrontMatter = z.object({
  title: z.string().optional(),
  aliases: list.optional(),
  tags: list.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

export interface PageFacts {
  readonly title: string | null;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly url: string | null;
}

const NONE: PageFacts = { title: null, aliases: [], tags: [], url: null };

/** Reads what secterm uses of a page's front matter. `problem` says what could not be read; the page is used anyway. */
export function readFrontMatter(raw: Outline['frontMatter']): { facts: PageFacts; problem: string | null } {
  if (raw === null) return { facts: NONE, problem: null };
  const document = parseDocument(raw.yaml);
  const [broken] = document.errors;
  if (broken) {
    const reason = broken.message.split('\n')[0] ?? '';
    return {
      facts: NONE,
      problem: `Cannot read the front matter: ${reason} Mend the YAML between the two --- lines.`,
    };
  }
  const result = FrontMatter.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const reasons = result.error.issues.map(issue => `"${issue.path.join('.')}": ${issue.message}`);
    return { facts: NONE, problem: `Cannot use the front matter: ${reasons.join('; ')}.` };
  }
  const { title = null, aliases = [], tags = [], url = null } = result.data;
  return { facts: { title, aliases, tags, url }, problem: null };
}
