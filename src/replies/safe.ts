/** What could steer a surface: control characters but line breaks, and text-direction marks. */
const STEERING = /(?!\n)\p{Cc}|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/** Lines of text that steer nothing: no escape sequence or direction mark of a wiki, a user or a file name gets through. */
export function safeLines(text: string): string {
  return text.replace(STEERING, '');
}

/** The same, on one line. */
export function safe(text: string): string {
  return safeLines(text.replace(/\s+/g, ' '));
}
