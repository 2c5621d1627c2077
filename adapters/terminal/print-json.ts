/**
 * JSON that is safe to look at: control characters, and overrides of the text direction, stand as escapes, which
 * read back as the same text.
 */
export function printJson(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, null, indent);
  return json.replace(/(?!\n)[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
