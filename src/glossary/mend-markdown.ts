/** Quotes nested deeper than anybody reads take the parser minutes; the marks beyond that depth are left out. */
const DEEP_QUOTE = /^((?:[ \t]{0,3}>){16})(?:[ \t]{0,3}>)+/gm;

/** Marks in one run of prose above which emphasis and links are no longer looked for. */
const MOST_MARKS = 800;

/** Parts that are no prose: front matter, and code between fences. */
const NO_PROSE =
  /^(?:(?:---|\+\+\+)\n[\s\S]*?\n(?:---|\+\+\+|\.\.\.)(?:\n|$))|^(?:```|~~~)[^\n]*\n[\s\S]*?(?:^(?:```|~~~)[^\n]*$|$(?![\s\S]))/gm;

/** The prose of a page put through a function, with its code and front matter as they are. */
function inProse(markdown: string, change: (prose: string) => string): string {
  let done = '';
  let from = 0;
  for (const { 0: part, index } of markdown.matchAll(NO_PROSE)) {
    if (/^[-+]/.test(part) && index > 0) continue;
    done += change(markdown.slice(from, index)) + part;
    from = index + part.length;
  }
  return done + change(markdown.slice(from));
}

/**
 * The text without what would take the parser minutes: quotes nested deeper than anybody reads, and prose that is
 * mostly asterisks or brackets. Lines stay where they are.
 */
export function calm(markdown: string): string {
  const lines = markdown.replace(DEEP_QUOTE, '$1').split('\n');
  let start = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && !/^\s*(?:$|[|#>]|[-*+] |\d+[.)] )/.test(lines[at] ?? '')) continue;
    const prose = lines.slice(start, at);
    const marks = prose.reduce((sum, line) => sum + (line.match(/[*_[\]]/g)?.length ?? 0), 0);
    if (marks > MOST_MARKS)
      prose.forEach((line, offset) => {
        lines[start + offset] = line.replace(/[*_[\]]/g, '\\$&');
      });
    start = at;
  }
  return lines.join('\n');
}

/** The page with what people and site generators write instead of Markdown turned into it; lines stay where they are. */
export function mendMarkdown(markdown: string): string {
  const text = markdown.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  return inProse(text, prose => withDefinitionLists(closed(withoutMacros(prose))));
}

/** Site generators' tags with what a reader sees of them: {{< glossary_tooltip text="pod" >}}, {{Glossary("x")}}. */
const TAG = /\{\{[<%]?\s*([\w/-]+)([^{}\n]{0,300}?)[>%]?\}\}/g;
/** Tags that stand for a word. Others are instructions. */
const WORD_TAG = /^(?:glossary|glossary_tooltip|glossary-tooltip|tooltip|term|abbr|definition|gloss)$/i;

function withoutMacros(markdown: string): string {
  // A heading that only a template fills is the title, which the front matter has.
  const bare = markdown
    .replace(/^#[ \t]*(?:<%=[^\n]{0,200}?%>|\{\{[^{}\n]*?\}\})[ \t]*$/gm, '')
    .replace(/<%[^\n]{0,200}?%>/g, '');
  return bare.replace(TAG, (tag, name: string, values: string) => {
    if (!WORD_TAG.test(name)) return /^\{\{[<%]/.test(tag) ? '' : tag;
    const named = /\btext\s*=\s*(["'])([^\n]*?)\1/.exec(values)?.[2];
    const quoted = [...values.matchAll(/(["'])([^\n]*?)\1/g)].map(([, , text = '']) => text);
    // Glossary("x", "shown") shows its second word.
    return named ?? (/^\s*\(/.test(values) ? quoted.at(-1) : quoted[0]) ?? tag;
  });
}

/** "- **Boom: a pole" was meant to have a bold label. */
function closed(markdown: string): string {
  return markdown.replace(
    /^([ \t]*(?:[-*+]|\d+[.)])[ \t]+\*\*)([^*:\n]{1,60})(?=:\s)(?![^\n]*\*\*)/gm,
    '$1$2**',
  );
}

/**
 * "Term" with ": what it means" in the next line, or after an empty one, is a bullet with a bold label, as some Markdown
 * has it. Lines stay where they are.
 */
function withDefinitionLists(markdown: string): string {
  const lines = markdown.split('\n');
  for (const [at, line] of lines.entries()) {
    const meaning = /^:[ \t]+(\S.*)$/.exec(line)?.[1];
    if (meaning === undefined) continue;
    let above = at - 1;
    if (lines[above]?.trim() === '') above -= 1;
    const term = lines[above] ?? '';
    if (/^ {2}- |^- \*\*.*\*\*: /.test(lines[at - 1] ?? '')) {
      lines[at] = `  - ${meaning}`;
    } else if (/^[^\s#>|:-]/.test(term) && !/^\*\s/.test(term) && term.length <= LONGEST_TERM) {
      lines[above] = '';
      lines[at] = `- **${term.replace(/^[*_`]+|[*_`]+\s*$/g, '').trim()}**: ${meaning}`;
    }
  }
  return lines.join('\n');
}

/** Characters at most in a term of a definition list. */
const LONGEST_TERM = 100;
