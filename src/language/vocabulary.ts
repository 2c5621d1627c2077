import { words } from './normalise.ts';
import { stemOf } from './stem.ts';

/** Words that carry no subject: they neither name a term nor say which side of it is asked for. */
const FUNCTION_WORDS = new Set(
  words(`a an the this that these those there here it its they them their he she i im ive id we our us you your
  my me one ones someone anyone everybody somebody something anything thing things stuff is are was were
  be been being am do does did doing done has have had having can could will would shall should may might
  must isnt arent dont doesnt didnt cant couldnt wont wouldnt shouldnt hasnt havent not no yes what whats
  which who whos whose when where why how hows than then so such as if else but and or nor of in on at to
  for from by with without within into about between among across under over behind inside vs versus per
  via very much many more most less least some any all both each every either neither other another same
  only just even still also too get got give gives need want like know tell explain describe define mean
  means meant meaning stand stands understand say please pls plz thx cheers thanks thank hey hi hello
  folks team guys everyone anybody quick question really actually basically exactly simply simple simpler
  terms word words english eli5 wtf heck hell wondering curious new newbie beginner novice dummy name few
  ppl diff n term separate separates separated apart against fit fits idea itself use used using uses up
  out down again ever always actual kind sort let lets help around make makes made pick choose chosen
  chose prefer prefers preferred select go going run runs running work works working better best worse
  worst good bad great nice right wrong difference differences differ differs different compare compared
  comparing comparison instead rather opposed contrast distinguish similar similarity similarities relate
  relates related relation relationship together combine ok okay um uh well maybe perhaps probably
  possible possibly necessary usually often sometimes short shortly briefly brief overview summary
  definition concept full form abbreviation acronym`),
);

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || word.length === 0;
}

/** The words of a text that carry its subject. */
export function contentWords(text: string): string[] {
  return words(text).filter(word => !isFunctionWord(word));
}

/**
 * What people say when they mean an aspect, and words that wikis use to label it. Sets of word stems;
 * an aspect is meant when the question and the label share a set. Collected from the comparison tables
 * of the wikis that secterm was tried on.
 */
const ASPECT_WORDS: readonly (readonly string[])[] = [
  'fast faster fastest quick quicker quickest quickly slow slower slowest speed performance startup start starts boot boots latency time spin',
  'secure safer safe safest safety security securely dangerous risky riskier risk hardened trustworthy',
  'isolated isolation isolate separated separation boundary boundaries sandbox',
  'cost costs cheap cheaper cheapest expensive price pricing money budget',
  'resource resources heavy heavier light lighter lightweight heavyweight memory cpu footprint overhead usage efficient efficiency small smaller size consume consumes',
  'scale scales scalable scalability scaling grow elastic',
  'manage manages managed management operate operates maintain maintenance administer administration effort',
  'easy easier hard harder simple simpler complex complexity difficult difficulty',
  'use uses case cases suited suitable ideal fit fits purpose goal typical',
  'reversible reverse reversed undo decrypt decode back',
  'key keys password',
  'detect detects detection spot catch notice',
  'prevent prevents prevention stop stops block blocks defence defense mitigate mitigation',
  'port ports protocol protocols layer',
  'portable portability',
  'flexible flexibility',
  'available availability reliable reliability uptime',
  'place placement where location sits located',
].map(group => [...new Set(group.split(' ').map(stemOf))]);

/** Words that a comparative hides: "safer" has the stem of "safe". */
export function aspectStem(word: string): string {
  const bare = /^(.{3,}?)(?:i)?(?:er|est)$/.exec(word);
  return stemOf(bare?.[1] ?? word);
}

/** "faster", "safest": a form of a word that names an aspect, or any superlative in -est. "printer" is none. */
export function isComparative(word: string): boolean {
  const stem = aspectStem(word);
  if (stem === stemOf(word)) return false;
  return word.endsWith('est') || ASPECT_WORDS.some(group => group.includes(stem));
}

/** How well a question's words name a label, 0 when not at all. Same stem 3, same set 2, same beginning 1.5. */
export function labelScore(asked: readonly string[], label: string): number {
  const labelStems = contentOrAll(label).map(stemOf);
  let score = 0;
  for (const word of asked) {
    const stems = [stemOf(word), aspectStem(word)];
    if (labelStems.some(stem => stems.includes(stem))) score += 3;
    else if (shareSet(stems, labelStems)) score += 2;
    else if (labelStems.some(stem => stems.some(other => startAlike(stem, other)))) score += 1.5;
  }
  return score;
}

function contentOrAll(label: string): string[] {
  const content = contentWords(label);
  return content.length > 0 ? content : words(label);
}

function shareSet(a: readonly string[], b: readonly string[]): boolean {
  return ASPECT_WORDS.some(
    group => a.some(stem => group.includes(stem)) && b.some(stem => group.includes(stem)),
  );
}

function startAlike(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return length >= 5 && a.slice(0, length) === b.slice(0, length);
}
