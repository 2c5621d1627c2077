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

/** "procgen" for Procedural Generation, "SCT Inst" for SEPA Instant: made of the beginnings of the name's words. */
export function isBlend(short: string, long: string): boolean {
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
export function isNearlyInitials(short: string, long: string): boolean {
  const initials = long
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word[0]?.toLowerCase() ?? '')
    .join('');
  const letters = short.toLowerCase();
  return (
    /^\p{Lu}{3,4}$/u.test(short) && initials.length === letters.length - 1 && isSubsequence(initials, letters)
  );
}

/** "SELinux (Security-Enhanced Linux)": each capital of the name starts a word of the expansion. */
export function sharesInitials(name: string, expansion: string): boolean {
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

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}
