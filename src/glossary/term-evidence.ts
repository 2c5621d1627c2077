import { nameKey } from '../language/normalise.ts';
import type { Draft } from './draft.ts';
import { DEFINITION, isDefinitionLabel, isFacetHeading } from './facets.ts';
import { whatIs } from './headings.ts';
import { splitLabel } from './labels.ts';
import { looksLikeName, type Named, readName, sameName } from './names.ts';
import type { Section } from './outline.ts';
import { plain } from './rich.ts';
import type { Walk } from './walk.ts';

/** "A mitigation is …" explains Mitigation: the text starts with the name. */
export function opensWithName(text: string, named: Named): boolean {
  const opening = ` ${nameKey(text.slice(0, 120)).replace(/^(?:an?|the) /, '')} `;
  return [named.name, ...named.aliases].some(name => opening.startsWith(` ${nameKey(name)} `));
}

/** Evidence that a heading is a term: an explicit definition, or a paragraph right below a name-like heading. */
export function isTermSection(section: Section, owner: Draft | null, walk: Walk): boolean {
  const { name, aliases } = readName(section.heading);
  const [first] = section.blocks;
  const opens = first?.kind === 'paragraph' && opensWithName(plain(first.text), { name, aliases });
  if (isFacetHeading(name) && (owner || !opens)) return false;
  if (hasDefinition(section)) return looksLikeName({ name, aliases }, 8);
  if (first?.kind !== 'paragraph' || owner?.level === 'section' || walk.recurring.has(nameKey(name)))
    return false;
  if (owner && nameKey(name).includes(nameKey(owner.name))) return aliases.length > 0;
  return looksLikeName({ name, aliases }, 5) && !plain(first.text).trimEnd().endsWith(':');
}

/** "Definition: …" in the section, or a "What is X?" or "Definition" heading right below it. */
export function hasDefinition(section: Section): boolean {
  return (
    section.blocks.some(
      block => block.kind === 'item' && isDefinitionLabel(splitLabel(block.item)?.label ?? ''),
    ) ||
    section.sections.some(child => {
      const asked = whatIs(child.heading);
      return (
        (asked !== null && (asked === '' || sharesWord(readName(asked), readName(section.heading)))) ||
        nameKey(child.heading) === nameKey(DEFINITION)
      );
    })
  );
}

/** "What is least privilege?" asks for "Principle of Least Privilege (PoLP)". */
function sharesWord(a: Named, b: Named): boolean {
  const wordsOf = (named: Named) =>
    [named.name, ...named.aliases].flatMap(name => nameKey(name).split(' ')).filter(word => word.length > 2);
  const others = new Set(wordsOf(b));
  return sameName(a, b) || wordsOf(a).some(word => others.has(word));
}
