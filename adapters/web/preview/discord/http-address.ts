/** An address that Discord opens: no mail, no scripts. */
export function httpAddress(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}
