/** Rows of the table that is filled below, kept so that a comparison allocates nothing. */
let rows: [Uint16Array, Uint16Array, Uint16Array] = makeRows(64);

function makeRows(length: number): [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`; stops counting above `limit` and
 * returns `limit + 1`. Optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (b.length >= rows[0].length) rows = makeRows(2 * b.length);
  let [before, last, current] = rows;
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    const letter = a.charCodeAt(row - 1);
    current[0] = row;
    let smallest = row;
    for (let column = 1; column <= b.length; column += 1) {
      const other = b.charCodeAt(column - 1);
      const left = current[column - 1] ?? 0;
      const above = last[column] ?? 0;
      let cost = Math.min(above + 1, left + 1, (last[column - 1] ?? 0) + (letter === other ? 0 : 1));
      const isSwapped =
        row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other;
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return limit + 1;
    [before, last, current] = [last, current, before];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
