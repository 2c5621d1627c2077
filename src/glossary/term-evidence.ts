import { nameKey } from '../language/normalise.ts';
import { isAside } from './advice.ts';
import type { Draft } from './draft.ts';
import { DEFINITION, facetKind, isDefinitionLabel, isFacetHeading } from './facets.ts';
import { whatIs } from './headings.ts';
import { splitLabel } from './labels.ts';
import { isPlainWord, looksLikeName, type Named, readName, sameName } from './names.ts';
import type { Block, Section } from './outline.ts';
import { everySection } from './page-text.ts';
import { plain } from './rich.ts';
import { isVerb, readsAsTerm, setsTask } from './term-words.ts';
import type { Walk } from './walk.ts';

/** "A mitigation is …" explains Mitigation: the text starts with the name. "Review your rules" does not explain Reviews. */
export function opensWithName(text: string, named: Named): boolean {
  const beginning = text.slice(0, 120).replace(/^(?:an?|the) /i, '');
  const opening = ` ${nameKey(beginning)} `;
  return [named.name, ...named.aliases].some(name => {
    const key = nameKey(name).replace(/^the (?=.)/, '');
    if (key === '' || !opening.startsWith(` ${key} `)) return false;
    const rest = opening.slice(key.length + 2);
    const [last = ''] = beginning.split(/\s+/).slice(key.split(' ').length - 1);
    // "Boom, a pole" goes on to say what it is; "Hashing codes is still advised" is no more than the task that it names.
    const isTask = OBJECT.test(rest) && /[\p{L}\p{N}]$/u.test(last);
    return !isTask && !(/\s/.test(name) && setsTask(name) && !SAYS_WHAT.test(rest));
  });
}

/** "The location of the stack is randomised …" says something of the stack, and not what it is. */
export function speaksOf(text: string, named: Named): boolean {
  const [, subject = ''] = /^(.{3,80}?)\s(?:is|are|was|were)\s/s.exec(text) ?? [];
  return ` ${nameKey(subject)} `.includes(` ${nameKey(named.name)} `) && !opensWithName(text, named);
}

/** "This column means that …", below a heading that is a name: not below "Description". */
export function saysWhatThisIs(text: string, { name }: Named): boolean {
  return THIS.test(text) && !isDefinitionLabel(name);
}

const THIS =
  /^this (?:\p{L}+ )?(?:feature|service|tool|column|label|field|flag|option|status|setting|component|job|role|team|app|application|library|module|environment|account|check|command|script|workflow|pipeline|metric|alert|event|table|dashboard|plugin|file|package|class|function|process|stage|phase|step|type|level) (?!is (?:not|now|no longer)\b)(?:\p{Ll}+ly )?(?:is|are|means|\p{Ll}{3,}s)\b/iu;

const SAYS_WHAT = /^(?:is|are) (?:an?|the|any|one of) |^(?:mean|refer|describe)s? /;

/** With what the object of a verb begins. */
const OBJECT = /^(?:an?|the|your|our|my|their|its|all|each|every|any|this|that|these|those|it|them) /;

/** Blocks below a heading in which its definition is looked for. */
const OPENING_BLOCKS = 4;

/**
 * The paragraph that defines what a heading names: the first block, if it is one, unless that is no sentence ("Abstraction:
 * hash table") and a later one opens with the name.
 */
export function definingParagraph({ blocks }: Section, named: Named): Paragraph | null {
  const [first, ...others] = blocks.slice(0, OPENING_BLOCKS).filter(block => block.kind === 'paragraph');
  const isSentence = ({ text }: Paragraph) => /[.!?]["”’)]*$/.test(plain(text).trimEnd());
  const opening = others.find(block => isSentence(block) && opensWithName(plain(block.text), named));
  if (first && first === blocks[0]) return isSentence(first) ? first : (opening ?? first);
  return opening ?? null;
}

type Paragraph = Block & { readonly kind: 'paragraph' };

/** Evidence that a heading is a term: an explicit definition, or a paragraph right below a name-like heading. */
export function isTermSection(section: Section, owner: Draft | null, walk: Walk): boolean {
  const { name, aliases } = readName(section.heading);
  const first = definingParagraph(section, { name, aliases });
  const opens = first !== null && opensWithName(plain(first.text), { name, aliases });
  const isApart = (opens || owner?.level !== 'section') && !walk.recurring.has(nameKey(name));
  if (isFacetHeading(name) && (owner || !opens)) return false;
  if (hasDefinition(section)) return looksLikeName({ name, aliases }, 8);
  if (!isApart) return false;
  const isPartOfOwner = owner !== null && nameKey(name).includes(nameKey(owner.name));
  if (hasSides(section) && !isPartOfOwner && readsAsTerm({ name, aliases }, () => true)) return true;
  if (first === null) return false;
  if (isPartOfOwner) return aliases.length > 0;
  if (!opens && plain(first.text).trimEnd().endsWith(':')) return false;
  const isName = walk.listsTerms || opens || saysWhatThisIs(plain(first.text), { name, aliases });
  if (!isName && aliases.length === 0 && isAside(plain(first.text)) && !walk.isUsed(name)) return false;
  if (isName) return looksLikeName({ name, aliases }, 5);
  return readsAsTerm({ name, aliases }, () => true) && namesThing({ name, aliases }, plain(first.text), walk);
}

/** With what a definition begins that leaves its subject to the heading: "A pole that …", "Money held by …". */
const DEFINES_ABOVE =
  /^(?:(?!(?:we|you|they|he|she|it|i|in|on|at|if|when|there|here|this|that|these|those|our|your|all|each|to|for|with|by|as|please|see|use) )\p{L}[\p{L}-]*(?: [\p{L}-]+){0,2} (?:that|which|who|whose|where|held|made|given|sent|done|used|written|between|of|for|within) |(?:an?|any|anything|something|one of|short for|refers to|used (?:to|for|by)|see) |the \p{Ll}+ (?:of|that|which|for|to|in) |(?:this|it) is an? |these are )/iu;

/** Whether a text says what the heading above it names. */
function saysWhatIsAbove(text: string, named: Named): boolean {
  if (opensWithName(text, named) || saysWhatThisIs(text, named)) return true;
  const [first = ''] = text.split(' ');
  // "Keeps the sail in place."
  const isVerbOfIt = /^\p{Lu}\p{Ll}+s$/u.test(first) && isVerb(first.toLowerCase());
  return isVerbOfIt || (DEFINES_ABOVE.test(text) && !isAside(text));
}

/** What stands where an explanation is to come, or elsewhere. */
const PLACEHOLDER = /^(?:to-?do|tbd|tbc|wip|n\/a|coming soon|work in progress)\b|^\S+:\/\/\S+$/i;

/** Which part of a page's headings has to be explained by what stands below them. */
const MOSTLY = 0.5;
/** Headings from which on that can be told. */
const FEWEST_JUDGED = 3;

/** Whether the headings of a page that read as names are mostly explained right below. */
export function headingsDefine(root: Section): boolean {
  const sections = [...everySection(root)].slice(1).flatMap(section => {
    const named = readName(section.heading);
    const first = definingParagraph(section, named);
    return first && readsAsTerm(named, () => true) ? [saysWhatIsAbove(plain(first.text), named)] : [];
  });
  if (sections.length < FEWEST_JUDGED) return true;
  return sections.filter(explained => explained).length >= MOSTLY * sections.length;
}

/** Whether a heading names a thing: a plain word is a topic ("Testing") unless what stands below explains it. */
export function namesThing(named: Named, text: string, { headingsDefine }: Walk): boolean {
  if (PLACEHOLDER.test(text.trim())) return false;
  return headingsDefine || !isPlainWord(named) || saysWhatIsAbove(text, named);
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

/** "**Goals**" or "Advantages" right below a heading are sides of what it names. */
function hasSides({ blocks, sections }: Section): boolean {
  const isSide = (label: string) => facetKind(label) !== null;
  const below = sections.filter(({ heading }) => isSide(readName(heading).name));
  if (below.length > 0) return below.length * 2 >= sections.length;
  const labels = blocks.flatMap(block =>
    block.kind === 'item' ? (splitLabel(block.item)?.label ?? []) : [],
  );
  const sides = labels.filter(isSide);
  return sides.length > 0 && sides.length * 2 >= labels.length;
}

/** "What is least privilege?" asks for "Principle of Least Privilege (PoLP)". */
function sharesWord(a: Named, b: Named): boolean {
  const wordsOf = (named: Named) =>
    [named.name, ...named.aliases].flatMap(name => nameKey(name).split(' ')).filter(word => word.length > 2);
  const others = new Set(wordsOf(b));
  return sameName(a, b) || wordsOf(a).some(word => others.has(word));
}
