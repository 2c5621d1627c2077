import { editDistance } from './distance.ts';
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
  definition concept full form abbreviation acronym wat wut huh eh lol tbh imo btw fyi afaik gonna wanna gotta
  before after while during since until because though although
  guess think thought believe maybe
  anyway though tho anyhow
  own happen happens happened
  dunno hear hearing heard seen see sees saw keep keeps kept read reading reads mention mentioned mentions
  look looks looking lately away onto around regarding concerning quickly practically basically nutshell
  def defn defs explanation explained meanings count counts called call calls talk talks talking wonder etc whatever whenever somehow
  two three four five through told tells true correct nah somehow maybe exactly
  honestly literally apparently supposedly suppose supposed`),
);

/** Function words that may be misspelt, by first letter and length. */
const SPELLED = Map.groupBy(
  [...FUNCTION_WORDS].filter(word => word.length >= 3),
  word => `${word[0]}${word.length}`,
);

/**
 * The function word that a misspelt one must be: "actualy", "teh", "diffrence". Null when it is like none, or is one.
 * One edit that leaves the first letter; in short words, which are a letter away from each other, only two that were
 * swapped.
 */
export function functionWordLike(word: string): string | null {
  if (FUNCTION_WORDS.has(word) || word.length < 3) return null;
  const isShort = word.length < SHORTEST_EDITED;
  const lengths = isShort ? [word.length] : [word.length, word.length + 1, word.length - 1];
  const near = lengths
    .flatMap(length => SPELLED.get(`${word[0]}${length}`) ?? [])
    .find(known => (!isShort || isSwapped(word, known)) && editDistance(word, known, 1) === 1);
  return near === undefined || isInflected(word, near) ? null : near;
}

const SHORTEST_EDITED = 6;

/** "needs" is another form of "need", not a slip. */
function isInflected(a: string, b: string): boolean {
  return stemOf(a) === stemOf(b);
}

function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || word.length === 0;
}

/** The words of a text that carry its subject. */
export function contentWords(text: string): string[] {
  return words(text).filter(word => !isFunctionWord(word));
}

/** Everyday words that are spelled like abbreviations: what is overheard means the abbreviation only in capitals. */
const LIKE_ABBREVIATIONS = new Set(
  'ace act aid air arm art bar bit cap car cast cat chip cure die dip disc dog dot dream ear fan fat fit flash gap gas ham hit host hot ice jar jet lap lead led log lot mad man map mask mat mom nap nest net nice oil orb pad pan pat pet pie pin pit pop pot ram rap rat ray rest rip rod rom rope row rug sad saint sam sap sea set shy sim sip ski sky soap soar spa spy star sun tan tap tar tea tie tip toe top toy trust van vet war wax web win zip'.split(
    ' ',
  ),
);

export function isLikeAbbreviation(word: string): boolean {
  return LIKE_ABBREVIATIONS.has(word);
}
