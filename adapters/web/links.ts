import { posix } from 'node:path';

/** How a page writes the address of another, given as the server knows it: "/t/containers". */
export type Href = (address: string) => string;

/** As the server has them. */
export const absolute: Href = address => address;

/** As a written site has them: relative, so that it may lie anywhere, and with the file's name. */
export function relativeTo(from: string): Href {
  const folder = posix.dirname(fileOf(from));
  return address => {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
    return encodeFile(posix.relative(folder, fileOf(path))) + rest;
  };
}

/** What a written site is searched in. */
export const SEARCH_INDEX = '/search-index.json';

/** The file of an address: "/t/containers" is in "t/containers.html", an asset in a file of its own name. */
export function fileOf(address: string): string {
  const path = decodeURIComponent(address.slice(1));
  if (path === '') return 'index.html';
  return path.startsWith('assets/') || address === SEARCH_INDEX ? path : `${path}.html`;
}

function encodeFile(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
