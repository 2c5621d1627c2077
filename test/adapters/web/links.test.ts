import { describe, expect, it } from 'vitest';
import { fileOf, relativeTo } from '../../../adapters/web/links.ts';

describe('fileOf()', () => {
  it.each([
    ['/', 'index.html'],
    ['/terms', 'terms.html'],
    ['/t/containers', 't/containers.html'],
    ['/t/%E7%BD%91', 't/网.html'],
    ['/p/notes/a%20b.md', 'p/notes/a b.md.html'],
    ['/p/list.json', 'p/list.json.html'],
    ['/assets/v1/site.css', 'assets/v1/site.css'],
    ['/search-index.json', 'search-index.json'],
  ])('%s is in %s', (address, file) => {
    expect(fileOf(address)).toBe(file);
  });
});

describe('relativeTo()', () => {
  it.each([
    ['/', '/t/containers', 't/containers.html'],
    ['/t/containers', '/', '../index.html'],
    ['/t/containers', '/t/clusters', 'clusters.html'],
    ['/t/containers', '/p/infra/vms.md#L12', '../p/infra/vms.md.html#L12'],
    ['/p/infra/vms.md', '/assets/v1/site.css', '../../assets/v1/site.css'],
    ['/terms', '/t/%E7%BD%91', 't/%E7%BD%91.html'],
    ['/terms', '/p/a%20b.md', 'p/a%20b.md.html'],
  ])('from %s to %s: %s', (from, to, written) => {
    expect(relativeTo(from)(to)).toBe(written);
  });
});
