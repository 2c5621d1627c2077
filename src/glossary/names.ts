import { nameKey } from '../language/normalise.ts';

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

/** "procgen" for Procedural Generation, "SCT Inst" for SEPA Instant: made of the beginnings of the name's words. */
function isBlend(short: string, long: string): boolean {
  const parts = long.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const [first = '', last = '', ...more] = short.toLowerCase().split(' ');
  if (last !== '' && more.length === 0)
    return last.length >= 3 && parts.some(part => part.startsWith(last)) && first[0] === parts[0]?.[0];
  for (let at = 2; at <= first.length - 2; at += 1) {
    const [one, other] = [first.slice(0, at), first.slice(at)];
    if (parts.length > 1 && parts[0]?.startsWith(one) && parts.slice(1).some(part => part.startsWith(other)))
      return true;
  }
  return false;
}

/** "SDD" for Direct Debit: all but one of three or four letters are the initials, in order. */
function isNearlyInitials(short: string, long: string): boolean {
  const initials = long
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word[0]?.toLowerCase() ?? '')
    .join('');
  const letters = short.toLowerCase();
  return (
    /^\p{Lu}{3,4}$/u.test(short) && initials.length === letters.length - 1 && isSubsequence(initials, letters)
  );
}

function splitList(text: string): string[] {
  return text
    .split(/\s*[,;]\s*|\s+or\s+|\s+and\s+/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/**
 * True when `short` looks like an abbreviation of `long`: a few letters, at least half of them capitals or digits,
 * that appear in `long` in order, or as many as `long` has words (XSS for Cross-Site Scripting).
 */
export function isAbbreviation(short: string, long: string): boolean {
  if (isNumeronym(short, long)) return true;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}.&/+-]{0,11}$/u.test(short) || /^\d+$/.test(short)) return false;
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').replace(/(?<=[A-Z])s$/, '');
  const capitals = letters.replace(/[^\p{Lu}\p{N}]/gu, '');
  if (
    capitals.length < 2 &&
    !(letters.length <= 6 && capitals.length === 1 && letters.length < long.length / 2)
  )
    return false;
  if (long.length <= short.length) return false;
  const initials = long.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');
  // XSS is Cross-Site Scripting, and LIS is no books the scans.
  const own = [...letters.toLowerCase()].filter((letter, at) => initials[at]?.[0]?.toLowerCase() === letter);
  if (initials.length === letters.length && letters.length >= 2 && own.length * 2 >= letters.length)
    return true;
  return (
    isSubsequence(letters.toLowerCase(), long.toLowerCase()) &&
    initials.some(word => word[0]?.toLowerCase() === letters[0]?.toLowerCase())
  );
}

/**
 * Other names that a definition gives right after the name: "Forward secrecy, also called perfect forward secrecy
 * (PFS), means …", "A Trusted Platform Module (TPM) is …".
 */
export function aliasesInDefinition(name: string, definition: string): string[] {
  const opening = definition.slice(0, 160).split(/(?<=[.;])\s/)[0] ?? '';
  const short =
    /^(?:short(?: form)?|(?:an )?(?:abbreviation|acronym)) (?:for|of) (?:the |an? )?([^.,;:()]{3,60})/i.exec(
      opening,
    )?.[1];
  if (short && isAbbreviation(name, short)) return [short.trim()];
  const key = nameKey(opening).replace(/^(?:an?|the) /, '');
  const expansion = expansionIn(name, opening);
  if (expansion !== null) return [expansion];
  if (!key.startsWith(nameKey(name).replace(/^the /, ''))) return [];
  const called =
    /^.{0,60}?[,(]\s*(?:also|often|sometimes|better|formerly)?\s*(?:called|known as|referred to as|abbreviated(?: as)?)\s+(?:an?\s+|the\s+)?["“]?([^,.;:()"”]{2,40}?)["”]?(?:\s*\(([^()]{2,20})\))?\s*[,)]/i.exec(
      opening,
    );
  const bracket = /^(?:an?\s+|the\s+)?[^,.;:()]{2,60}\s\(([^()]{2,12})\)/i.exec(opening)?.[1];
  const found = [
    ...(called?.[1]?.split(/\s+or\s+/) ?? []),
    ...(called?.[2] ? [called[2]] : []),
    ...(bracket && isAbbreviation(bracket, name) ? [bracket] : []),
  ];
  return found
    .map(alias => alias.trim())
    .filter(alias => looksLikeName({ name: alias, aliases: [] }) && nameKey(alias) !== nameKey(name));
}

/** What a definition spells an abbreviation out as: all of "Intensive Care Unit", or what stands before a comma or bracket. */
function expansionIn(name: string, opening: string): string | null {
  if (!/^[\p{Lu}\p{N}&/-]{2,8}$/u.test(name) || /^see\b/i.test(opening)) return null;
  const [beginning = ''] = opening.split(/[,;(.]| [–—-] /);
  const whole = opening.replace(/[.;\s]+$/, '');
  return (
    [beginning.trim(), whole].find(
      text =>
        text.split(' ').length <= 6 &&
        !text.startsWith(`${name} `) &&
        (text[0]?.toLowerCase() === name[0]?.toLowerCase() || text.split(/[ -]/).length === name.length) &&
        isAbbreviation(name, text),
    ) ?? null
  );
}

/** K8s for Kubernetes: the number counts the letters left out. */
function isNumeronym(short: string, long: string): boolean {
  const [, first = '', count = '', last = ''] = /^(\p{L})(\d{1,2})(\p{L})$/u.exec(short) ?? [];
  const word = long.toLowerCase();
  return (
    count !== '' &&
    word.length === Number(count) + 2 &&
    word.startsWith(first.toLowerCase()) &&
    word.endsWith(last.toLowerCase())
  );
}

/** "SELinux (Security-Enhanced Linux)": each capital of the name starts a word of the expansion. */
function sharesInitials(name: string, expansion: string): boolean {
  const capitals = name.replace(/[^\p{Lu}\p{N}]/gu, '').toLowerCase();
  const initials = expansion
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word[0] ?? '')
    .join('')
    .toLowerCase();
  return (
    name.split(' ').length === 1 &&
    capitals.length >= 2 &&
    expansion.includes(' ') &&
    isSubsequence(capitals, initials)
  );
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
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
