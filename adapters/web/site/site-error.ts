/** What keeps a site from being written. The message says what to do. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
}
