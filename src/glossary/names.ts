import { nameKey } from '../language/normalise.ts';
import { isAbbreviation, isBlend, isNearlyInitials, sharesInitials } from './abbreviations.ts';

export interface Named {
  /** Without numbering, brackets and closing colon. */
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Reads a heading or label as a name.
 * "2. Virtual Machines (VMs)" is Virtual Machines, alias VMs; "RSA (Asymmetric)" is RSA, without alias;
 * "U2F / FIDO" is U2F, alias FIDO; "Zeek (formerly known as Bro)" is Zeek, alias Bro.
 */
export function readName(heading: string): Named {
  const bare = stripNumbering(heading.slice(0, LONGEST_NAME).replace(/\s+/g, ' '))
    .replace(KIND, '')
    .replace(OURS, '')
    .replace(/[:：] ?$/, '')
    .trim()
    .replace(/^["“]([^"”]+)["”]$/, '$1');
  const aliases: string[] = [];
  const name = bare
    .replace(/\s*[([（]([^()[\]（）]*)[)\]）]/g, (bracket, inside: string, offset: number) => {
      const rest = bare.slice(offset + bracket.length);
      // SP is no short name of "Service Provider (SP) Considerations".
      if (!/^\s+\p{L}/u.test(rest)) aliases.push(...bracketAliases(bare.slice(0, offset), inside));
      return '';
    })
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return { name: bare, aliases: [] };
  const [, short = '', long = ''] =
    /^([\p{Lu}\p{N}&/-]{2,8}) ?(?::|[–—-](?= )) ?(\p{L}.{3,60})$/u.exec(name) ?? [];
  if (long !== '' && isAbbreviation(short, long)) return { name: short, aliases: [long, ...aliases] };
  const [first = name, ...others] = splitAlternatives(name);
  const seen = new Set([nameKey(first)]);
  const distinct = [...others, ...aliases].filter(alias => {
    const key = nameKey(alias);
    return key !== '' && !seen.has(key) && seen.add(key);
  });
  return { name: first, aliases: distinct };
}

/** "Vulnerability: Cross-Site Scripting" is called Cross-Site Scripting. */
const KIND =
  /^(?:vulnerability|attack|threat|pattern|anti-?pattern|technique|concept|tool|term|method|mitigation|control|defen[cs]e)\s*:\s+(?=\p{L})/iu;

/** "Our content delivery network (CDN)" is no other network. */
const OURS = /^our (?=[^()]{4,60}\()/i;

/** Characters of a heading that are looked at. */
const LONGEST_NAME = 300;

/**
 * The names in a heading or label: "CFB (Cipher Feedback) and OFB (Output Feedback)" and "SSH, RDP, SMB" are several;
 * anything else is one.
 */
export function readNames(label: string): Named[] {
  const parts = label.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).map(readName);
  const isName = ({ name, aliases }: Named) => aliases.length > 0 || /^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(name);
  return parts.length > 1 && parts.every(isName) ? parts : [readName(label)];
}

/** Drops "1.", "2.3", "a.", "iv)", "Step 2:", "Rule #3 -" and bullets in front of a heading. */
export function stripNumbering(heading: string): string {
  return heading
    .trim()
    .replace(
      /^(?:(?:step|section|part|chapter|phase|rule|tip|lesson|module|appendix|principle|practice|exercise|topic|example|option|approach|scenario|strategy|method|type|pattern|mistake)\s+#?\d+\s*[:.)–—-]\s*|#\d+\s*[:.)–—-]?\s+|\d+(?:\.\d+)*[.)]\s+|\d+\s+[–—-]\s+|\d+(?:\.\d+)+\s+|[a-z][.)]\s+|[ivx]+[.)]\s+|[-*•–—]\s+)/i,
      '',
    )
    .trim();
}

/** "U2F / FIDO" and "control-flow graph, CFG" name one thing twice; "TCP/IP" and "Read / write set of X" do not. */
function splitAlternatives(name: string): string[] {
  const bySlash = name
    .split(/\s+\/\s+|\s+or\s+(?=[A-Z0-9]{2,}s?$)|,\s*(?=[A-Z0-9]{2,6}s?$)/)
    .map(part => part.trim());
  const [one = '', other = ''] = bySlash;
  // ETL / ELT and POL / POD are two things; U2F / FIDO is one.
  if (
    bySlash.length === 2 &&
    one.length === other.length &&
    /^\p{Lu}+$/u.test(one + other) &&
    one[0] === other[0]
  )
    return [name];
  return bySlash.every(part => part !== '' && part.split(' ').length <= 4) ? bySlash : [name];
}

function bracketAliases(name: string, inside: string): string[] {
  const formerly =
    /^(?:formerly(?: known as)?|also(?: known as| called)?|a\.?k\.?a\.?|previously|or|short(?: for)?:?|abbreviated(?: as)?)\s+(.+)$/i.exec(
      inside.trim(),
    );
  if (formerly?.[1]) return splitList(formerly[1]);
  return inside
    .split(/\s*[,;/]\s*|\s+or\s+/)
    .map(part => part.replace(/^["'“]|["'”]$/g, '').trim())
    .filter(
      part =>
        isAbbreviation(part, name) ||
        isAbbreviation(name, part) ||
        sharesInitials(name, part) ||
        isBlend(part, name) ||
        isNearlyInitials(part, name),
    );
}

function splitList(text: string): string[] {
  return text
    .split(/\s*[,;]\s*|\s+or\s+|\s+and\s+/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

const NOT_A_NAME =
  /^(?:todo|fixme|tbd|meeting|minutes|attendees|agenda|action items|decisions?|postmortem|day \d|week \d|how|why|when|where|what|who|which|summary|conclusion|introduction|overview|comparison|references?|resources|see also|further reading|table of contents|contents|notes?|tl;?dr|step|part|chapter|appendix|example|importance of|impact of|role of|use of|breakdown|other|additional|real-world|steps|key (?:points?|concepts?|takeaways?|principles?|aspects?|differences?|considerations?|facts?|ideas?|terms?|functions?|features?|benefits?|elements?))(?=[\s:]|$)/i;
/** "Enable HSTS everywhere" is advice; "Allow List" and "Check Digit" are names. */
const ADVICE =
  /^(?:do not|don't|never|always|avoid|ensure|use|enable|disable|implement|make|keep|check|allow) \S+ \S/i;

/** Whether a heading or bold label could be something to look up, judged by its words alone. */
export function looksLikeName({ name, aliases }: Named, mostWords = 6): boolean {
  const count = name.split(/\s+/).length;
  if (name.length < 2 || count > mostWords || name.length > 60) return false;
  if (!/\p{L}/u.test(name) || /[.!?;:]$/.test(name) || /[|<>{}"“”]/.test(name)) return false;
  if (NOT_A_NAME.test(name) || ADVICE.test(name) || /\b(vs\.?|versus)\b/i.test(name)) return false;
  if (aliases.length > 0) return true;
  if (name.includes(',')) return false;
  return !/ (is|are|was|were|can|should|must|will|has|have|to|that|which|your|you|their|its) /i.test(
    ` ${name} `,
  );
}

/** Whether a name is a single word as any other, without further names. */
export function isPlainWord({ name, aliases }: Named): boolean {
  return aliases.length === 0 && /^\p{Lu}?\p{Ll}+$/u.test(name);
}

/** True when any of the names or aliases is the same name, spelling aside. */
export function sameName(a: Named, b: Named): boolean {
  const keys = new Set(termKeys(a));
  return termKeys(b).some(key => keys.has(key));
}

/** What {@link termKey} gives for each of the names. */
export function termKeys({ name, aliases }: Named): string[] {
  return [name, ...aliases].map(termKey);
}

/**
 * Folds what one page varies in the name of one thing, more than {@link nameKey} does: "The Log4j Vulnerability" and
 * "Log4j vulnerability", "Anomaly or Behavior-based" and "Anomaly/Behavior-Based".
 */
export function termKey(name: string): string {
  return nameKey(name)
    .replace(/^the (?=.)/, '')
    .replaceAll(/ (?:and|or) (?=.)/g, ' ');
}
