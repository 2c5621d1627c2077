/** Markdown made of a page's rendered text, with the line that each of its lines comes from. */
export interface Restored {
  readonly markdown: string;
  /** By line of the Markdown, both counted from 1: the line of the text. */
  readonly lines: readonly number[];
}

/** Words at most in a line that heads a section. */
const MOST_HEADING_WORDS = 12;

/**
 * Puts the marks back that a page lost when it was saved as text: its first line is the title, "2. Virtual Machines" and
 * "a. Use Cases" head sections, a bullet that ends in a colon holds those after it, and "A | B" lines are a table.
 */
export function restoreMarkdown(text: string): Restored {
  const out: string[] = [];
  const lines: number[] = [];
  const put = (line: string, from: number) => {
    out.push(line);
    lines.push(from);
  };
  const all = text.split(/\r?\n/);
  const first = all.findIndex(line => line.trim() !== '');
  let isBelow = false;
  let isTable = false;
  for (const [at, raw] of all.entries()) {
    const line = raw.trim();
    const from = at + 1;
    const cells = cellsOf(line);
    if (cells === null && isTable) put('', from);
    const bullet = /^[-*•–]\s+(.*)$/.exec(line)?.[1];
    if (bullet === undefined) isBelow = false;
    if (at === first) put(`# ${titleOf(line)}\n`, from);
    else if (cells !== null) {
      if (!isTable) put('', from);
      if (!/^[\s|:-]+$/.test(line)) put(`| ${cells.join(' | ')} |`, from);
      if (!isTable) put(`|${cells.map(() => ' --- |').join('')}`, from);
    } else if (bullet !== undefined) {
      const isParent = /:$/.test(bullet);
      const isOwn =
        isParent || (isBelow && /^(?:definition|purpose|description|example)s?: \S/i.test(bullet));
      put(`${isBelow && !isOwn ? '  ' : ''}- ${bullet}`, from);
      if (isParent) isBelow = true;
      else if (isOwn) isBelow = false;
    } else putProse(line, all[at + 1]?.trim() ?? '', from, put);
    isTable = cells !== null;
  }
  // A title takes two lines.
  const markdown = out.join('\n');
  return { markdown, lines: out.flatMap((line, at) => line.split('\n').map(() => lines[at] ?? 1)) };
}

function putProse(line: string, next: string, from: number, put: (line: string, from: number) => void): void {
  const level = headingLevel(line, next);
  if (level > 0) put(`\n${'#'.repeat(level)} ${line}\n`, from);
  else put(line === '' ? '' : `${line}\n`, from);
}

/** "3. Clusters" stands above "b. Characteristics"; a short line without a full stop above prose or bullets heads, too. */
function headingLevel(line: string, next: string): number {
  const isShort = line.split(/\s+/).length <= MOST_HEADING_WORDS && !/[.;,!]$/.test(line) && line !== '';
  if (!isShort) return 0;
  if (/^\d+[.)]\s+\p{L}/u.test(line)) return 2;
  if (/^(?:\d+\.\d+|[a-z][.)]|[ivx]+[.)])\s+\p{L}/u.test(line)) return 3;
  return /^\p{Lu}/u.test(line) && next !== '' && !/:$/.test(line) && line.split(/\s+/).length <= 6 ? 2 : 0;
}

/** "Containers - example/terms GitHub Wiki" is the title that a browser shows. */
function titleOf(line: string): string {
  return line.replace(/\s+[-–—·|]\s+(?:\S+\/\S+\s+)?(?:GitHub )?Wiki$/i, '');
}

function cellsOf(line: string): string[] | null {
  const cells = line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map(cell => cell.trim());
  return cells.length >= 2 && /\s\|\s|^\||\|$|^[\s|:-]+$/.test(line) ? cells : null;
}
