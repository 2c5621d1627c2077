/** Markdown made of a page's rendered text, with the line that each of its lines comes from. */
export interface Restored {
  readonly markdown: string;
  /** By line of the Markdown, both counted from 1: the line of the text. */
  readonly lines: readonly number[];
}

/** Words at most in a line that heads a section, with a number before it and without. */
const MOST_NUMBERED_WORDS = 12;
const MOST_HEADING_WORDS = 6;
/** Words from which on a line is prose, so that a short line before it heads it. */
const FEWEST_PROSE_WORDS = 7;
/** Characters of a line that are looked at for what it is. */
const LONGEST_LOOK = 400;

type Kind =
  | { readonly is: 'blank' }
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'bullet'; readonly text: string }
  | { readonly is: 'labelled'; readonly label: string; readonly text: string }
  | { readonly is: 'cells'; readonly cells: readonly string[] }
  | { readonly is: 'prose'; readonly text: string };

/**
 * Puts the marks back that a page lost when it was saved as text: its first line is the title, "2. Virtual Machines" and
 * "a. Use Cases" head sections, a bullet that ends in a colon holds those after it, lines of cells are a table, and
 * lines of "Name: text" below each other are labels.
 */
export function restoreMarkdown(text: string): Restored {
  const lines = text.split(/\r?\n/).map(line => line.trim());
  const kinds = kindsOf(lines);
  const out: { readonly text: string; readonly from: number }[] = [];
  let isBelow = false;
  for (const [at, kind] of kinds.entries()) {
    const put = (line: string) => out.push({ text: line, from: at + 1 });
    const before = kinds[at - 1]?.is;
    if (kind.is !== before && before !== 'blank' && before !== undefined) put('');
    if (kind.is !== 'bullet') isBelow = false;
    if (kind.is === 'heading') put(`${'#'.repeat(kind.level)} ${kind.text}`);
    else if (kind.is === 'labelled') put(`- **${kind.label}**: ${kind.text}`);
    else if (kind.is === 'bullet') {
      const isParent = /:$/.test(kind.text);
      const isOwn =
        isParent || (isBelow && /^(?:definition|purpose|description|example)s?: \S/i.test(kind.text));
      put(`${isBelow && !isOwn ? '  ' : ''}- ${kind.text}`);
      if (isParent) isBelow = true;
      else if (isOwn) isBelow = false;
    } else if (kind.is === 'cells') {
      if (!kind.cells.every(cell => /^[\s:-]*$/.test(cell))) put(`| ${kind.cells.join(' | ')} |`);
      if (before !== 'cells') put(`|${kind.cells.map(() => ' --- |').join('')}`);
    } else put(kind.is === 'prose' ? kind.text : '');
    // The next heading or paragraph is not to be a part of a heading's line.
    if (kind.is === 'heading') put('');
  }
  return { markdown: out.map(line => line.text).join('\n'), lines: out.map(({ from }) => from) };
}

function kindsOf(lines: readonly string[]): Kind[] {
  const first = lines.findIndex(line => line !== '');
  const hasTitle = first >= 0 && isTitle(lines[first] ?? '', lines.slice(first + 1));
  const labels = lines.map(labelled);
  const cells = lines.map(cellsOf);
  return lines.map((line, at): Kind => {
    if (line === '') return { is: 'blank' };
    if (at === first && hasTitle) return { is: 'heading', level: 1, text: titleOf(line) };
    const own = cells[at];
    const width = own?.length;
    if (own && (cells[at - 1]?.length === width || cells[at + 1]?.length === width))
      return { is: 'cells', cells: own };
    const bullet = /^[-*•–]\s+(.*)$/.exec(line)?.[1];
    if (bullet !== undefined) return { is: 'bullet', text: bullet };
    const label = labels[at];
    if (label && (labels[at - 1] || labels[at + 1])) return { is: 'labelled', ...label };
    const level = headingLevel(line, lines[at - 1] ?? '', lines[at + 1] ?? '');
    return level ? { is: 'heading', level, text: line } : { is: 'prose', text: line };
  });
}

/** The first line, unless it is prose or is all that there is. */
function isTitle(line: string, others: readonly string[]): boolean {
  return (
    countWords(line) <= MOST_NUMBERED_WORDS && !/[.;,]$/.test(line) && others.some(other => other !== '')
  );
}

/** "3. Clusters" stands above "b. Characteristics"; a short line above prose or bullets heads, too. */
function headingLevel(line: string, before: string, next: string): 2 | 3 | null {
  if (line.length > LONGEST_LOOK || /[.;,!]$/.test(line) || countWords(line) > MOST_NUMBERED_WORDS)
    return null;
  if (/^\d+[.)]\s+\p{L}/u.test(line)) return 2;
  if (/^(?:\d+\.\d+|[a-z][.)]|[ivx]+[.)])\s+\p{L}/u.test(line)) return 3;
  if (!/^\p{Lu}/u.test(line) || /:/.test(line) || countWords(line) > MOST_HEADING_WORDS) return null;
  const isAbove =
    /^[-*•–]\s/.test(next) || (/^[\p{Lu}\p{N}"“]/u.test(next) && countWords(next) >= FEWEST_PROSE_WORDS);
  // In wrapped text the line before would go on here.
  return isAbove && (before === '' || /[.:!?)|]$|^[-*•–]\s/.test(before)) ? 2 : null;
}

function countWords(line: string): number {
  return line.slice(0, LONGEST_LOOK).split(/\s+/).length;
}

/** "API Gateway: the entry point for all requests." */
function labelled(line: string): { label: string; text: string } | null {
  if (/^[-*•–|]\s|^\d+[.)]\s/.test(line)) return null;
  const [, label = '', text = ''] =
    /^(\p{Lu}[^:|\t]{0,50}?)(?::| [–—-]) (\S.*)$/u.exec(line.slice(0, 4000)) ?? [];
  return label !== '' && countWords(label) <= MOST_HEADING_WORDS
    ? { label, text: text + line.slice(4000) }
    : null;
}

/** "Containers - example/terms GitHub Wiki" is the title that a browser shows. */
function titleOf(line: string): string {
  return line.slice(0, LONGEST_LOOK).replace(/ +[-–—·|] +(?:[^\s/]+\/[^\s/]+ +)?(?:GitHub )?Wiki$/i, '');
}

function cellsOf(line: string): string[] | null {
  if (line.includes('\t')) return line.split(/\t+/).map(cell => cell.trim());
  if (!/ \| |^\||\|$|^[\s|:-]+\|[\s|:-]+$/.test(line)) return null;
  const cells = line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map(cell => cell.trim());
  return cells.length >= 2 ? cells : null;
}
