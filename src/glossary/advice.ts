import { isBareVerb } from './term-words.ts';

/** Words with which advice begins besides verbs that hardly anything else is. */
const ADVISING =
  /^(?:you|your|we|our|i|please|always|never|do not|don['’]t|do|only|instead|look|check|watch|monitor|log|block|limit|test|review|design|store|treat|pass|change|note|remember|scan|audit|sign|pin|lock|filter|hash|report|plan|document|ask|call|click|open|close|enter|go|let['’]?s)\s+(?!of\b|is\b|are\b|means?\b)/i;

/** With what a text points at others. */
const POINTS =
  /^(?:(?:here|there|below|above|these) (?:is|are)|this is (?!an? |the )|this is (?:an?|the) (?:\p{L}+ ){0,2}(?:list|guide|page|section|document|example|overview|summary|template|draft|work in progress)|the (?:following|next|above|below)|(?:in )?this (?:section|page|chapter|document|guide|article|part|example)|let\b|for example|as (?:mentioned|described|shown|noted|explained))/iu;

/** Whether a text tells somebody what to do, so that it does not say what something is: "Ensure that …", "You should …". */
export function advises(text: string): boolean {
  const opening = text.trim().replace(/^\[[ x]?\]\s*/i, '');
  const [first = '', second = ''] = opening.split(/\s+/);
  const isVerb =
    isBareVerb(first.toLowerCase()) && !/^(?:of|is|are|means?)$/.test(second) && !/[,:;.]$/.test(first);
  return opening !== text.trim() || ADVISING.test(opening) || isVerb;
}

/** Whether a text points at others or advises; a definition does neither. */
export function isAside(text: string): boolean {
  return POINTS.test(text.trim()) || advises(text);
}
