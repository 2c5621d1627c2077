import { nameKey } from '../language/normalise.ts';
import { isAbbreviation } from './abbreviations.ts';
import { looksLikeName } from './names.ts';

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
        !saysName(text, name) &&
        (text[0]?.toLowerCase() === name[0]?.toLowerCase() || text.split(/[ -]/).length === name.length) &&
        isAbbreviation(name, text),
    ) ?? null
  );
}

/** Whether a text begins with the name itself: "An MX" spells nothing out. */
function saysName(text: string, name: string): boolean {
  const bare = text.replace(/^(?:an?|the) /i, '');
  return bare === name || bare.startsWith(`${name} `);
}
