/** Labels of what surrounds an answer on surfaces that have buttons. */
export const CONTROLS = {
  /** Above the column of what terms are compared by. */
  aspect: 'Aspect',
  /** Names a menu of so many choices. */
  choose: (count: number) => `Choose one of ${count}`,
  back: '← Back',
  share: 'Share in channel',
  dismiss: 'Dismiss',
  remove: 'Delete',
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  next: (page: number, of: number) => `More: page ${page} of ${of} →`,
  previous: (page: number) => `← Page ${page}`,
} as const;
