import type { Glossary, Place, Point, Term } from '../../../src/glossary/glossary.ts';
import { plain } from '../../../src/glossary/rich.ts';
import { nameKey } from '../../../src/language/normalise.ts';
import { safe } from '../../../src/replies/safe.ts';
import { printJson } from '../print-json.ts';
import { type Screen, screenOf } from '../screen.ts';
import { wrap } from '../text.ts';
import { WrongUse } from '../wrong-use.ts';
import type { OperatorCommand } from './command.ts';

/** Shows all that is known about a term, and where each line of it comes from. */
export const show: OperatorCommand = {
  name: 'show',
  usage: 'show TERM [--json]',
  summary: 'Show all that is known about a term, and where each line came from.',
  run({ bot, words, json, host }) {
    const option = words.find(word => word.startsWith('--') && word !== '--json' && word !== '--');
    if (option !== undefined)
      throw new WrongUse(`secterm: "show" has no option "${safe(option)}". It takes --json and --data.`);
    const name = words.filter(word => word !== '--json' && word !== '--').join(' ');
    if (name === '')
      throw new WrongUse('secterm: "show" takes the name of a term, such as "secterm show containers".');
    const { glossary } = bot;
    const key = nameKey(name);
    const terms = glossary.terms.filter(term =>
      [term.name, ...term.aliases].some(one => nameKey(one) === key),
    );
    if (terms.length === 0) {
      const near = bot.complete(name.split(' ')[0] ?? '', 3).map(other => `"${safe(other)}"`);
      const hint = near.length > 0 ? ` Terms that begin so: ${near.join(', ')}.` : '';
      host.stderr.write(`secterm: no term is called "${safe(name)}".${hint} "secterm terms" lists all.\n`);
      return 1;
    }
    const known = terms.map(term => knownOf(term, glossary));
    if (json || words.includes('--json')) host.stdout.write(`${printJson(known, 2)}\n`);
    else for (const one of known) draw(one, screenOf(host));
    return 0;
  },
};

interface Line {
  readonly text: string;
  readonly at: string;
}

function at({ page, line }: Place): string {
  return `${page}:${line}`;
}

function linesOf(points: readonly Point[], depth = 0): Line[] {
  return points.flatMap(({ label, text, place, points: below }) => {
    const said = [label === null ? '' : `${label}${plain(text) === '' ? '' : ':'}`, plain(text)].filter(
      part => part !== '',
    );
    return [{ text: `${'  '.repeat(depth)}${said.join(' ')}`, at: at(place) }, ...linesOf(below, depth + 1)];
  });
}

function knownOf(term: Term, { comparisons, relations, groups, mentions }: Glossary) {
  const { name, aliases, definition, facets, place, subjects, owner, lang } = term;
  return {
    name,
    aliases,
    at: at(place),
    subjects,
    owner,
    lang,
    definition: definition && { text: plain(definition.text), at: at(definition.place) },
    facets: facets.map(facet => ({
      name: facet.name,
      label: facet.label,
      at: at(facet.place),
      lines: linesOf(facet.points),
    })),
    comparisons: comparisons
      .filter(table => table.subjects.includes(term))
      .map(({ title, subjects: all, rows, place: where }) => ({
        title,
        at: at(where),
        with: all.filter(other => other !== term).map(other => other.name),
        lines: rows.map(({ label, cells, place: row }) => ({
          text: `${label}: ${plain(cells[all.indexOf(term)] ?? [])}`,
          at: at(row),
        })),
      })),
    relations: relations
      .filter(relation => relation.terms.includes(term))
      .map(({ title, place: where, points }) => ({ title, at: at(where), lines: linesOf(points) })),
    groups: groups
      .filter(group => group.terms.includes(term))
      .map(({ title, place: where }) => ({ title, at: at(where) })),
    names: mentions
      .filter(mention => mention.term === term)
      .map(mention => ({ text: mention.name, at: at(mention.point.place) })),
  };
}

type Known = ReturnType<typeof knownOf>;

function draw(known: Known, screen: Screen): void {
  const { style, write, width } = screen;
  const place = (where: string) => style('dim', safe(where));
  const line = ({ text, at: where }: Line, indent: string) => {
    const wrapped = wrap(`${indent}${safe(text)} ${safe(where)}`, width, `${indent}  `);
    // The place stands at the end, in one piece.
    write(`${wrapped.slice(0, -safe(where).length)}${place(where)}\n`);
  };
  const heading = (title: string, where: string) =>
    write(`\n${[style('bold', safe(title)), place(where)].filter(part => part !== '').join(' ')}\n`);
  const also = known.aliases.length > 0 ? ` (${known.aliases.join(', ')})` : '';
  write(`${style('bold', safe(known.name + also))} ${place(known.at)}\n`);
  if (known.subjects.length > 0) write(`${wrap(`On: ${safe(known.subjects.join(' › '))}`, width, '  ')}\n`);
  const facts = [known.owner && `Kept by ${known.owner}`, known.lang && `in ${known.lang}`].filter(Boolean);
  if (facts.length > 0) write(`${wrap(safe(facts.join(', ')), width, '  ')}\n`);
  if (known.definition) line(known.definition, '');
  else write('No definition.\n');
  for (const { name, label, at: where, lines } of known.facets) {
    heading(name === label ? name : `${name} (“${label}”)`, where);
    for (const one of lines) line(one, '  ');
  }
  for (const { title, at: where, with: others, lines } of known.comparisons) {
    heading(`${title} (with ${others.join(', ')})`, where);
    for (const one of lines) line(one, '  ');
  }
  for (const { title, at: where, lines } of known.relations) {
    heading(title, where);
    for (const one of lines) line(one, '  ');
  }
  if (known.groups.length > 0) heading('Listed under', '');
  for (const { title, at: where } of known.groups) line({ text: title, at: where }, '  ');
  if (known.names.length > 0) heading('Names without explaining', '');
  for (const one of known.names) line(one, '  ');
  write('\n');
}
