/** README, Home and the like repeat what other pages explain. */
export function isIndexPage(path: string): boolean {
  return /(?:^|\/)(?:readme|home|index|_index|contents)\.\w+$/i.test(path);
}
