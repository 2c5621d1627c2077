import { describe, expect, it } from 'vitest';
import { readServing } from '../../../adapters/http/env.ts';
import { readWeb, readWebHere } from '../../../adapters/web/env.ts';
import { webAddress } from '../../../adapters/web/index.ts';

describe('readWebHere()', () => {
  it.each([
    [{}, { host: '127.0.0.1', port: 3210 }],
    [{ SECTERM_WEB: '' }, { host: '127.0.0.1', port: 3210 }],
    [{ SECTERM_WEB: '4000' }, { host: '127.0.0.1', port: 4000 }],
    [{ SECTERM_WEB: ':4000' }, { host: '127.0.0.1', port: 4000 }],
    [{ SECTERM_WEB: 'localhost:4000' }, { host: 'localhost', port: 4000 }],
    [{ SECTERM_WEB: ' 0.0.0.0:80 ' }, { host: '0.0.0.0', port: 80 }],
    [{ SECTERM_WEB: '[::1]:4000' }, { host: '::1', port: 4000 }],
  ])('reads %j', (env, place) => {
    expect(readWebHere(env)).toMatchObject({ ...place, mayMove: true });
  });

  it.each(['off', 'OFF', 'false', 'no', '0'])('is switched off by "%s"', value => {
    expect(readWebHere({ SECTERM_WEB: value })).toBeNull();
  });

  it.each([
    'on',
    'localhost',
    'localhost:',
    'localhost:http',
    'a b:1',
    '127.0.0.1:70000',
    'http://localhost:3210',
  ])('refuses "%s", saying what to write', value => {
    expect(() => readWebHere({ SECTERM_WEB: value })).toThrow(
      /^SECTERM_WEB: is neither "off" nor HOST:PORT\./,
    );
  });
});

describe('readWeb()', () => {
  it('is null unless the page is asked for', () => {
    expect([{}, { SECTERM_WEB: ' ' }, { SECTERM_WEB: 'off' }].map(readWeb)).toEqual([null, null, null]);
  });
});

describe('readServing()', () => {
  it('needs no server for nothing', () => {
    expect(readServing({ SECTERM_WEB: 'off' })).toBeNull();
  });

  it('serves health alone on every address, at PORT', () => {
    expect(readServing({ PORT: '3000' })).toEqual({ listening: { port: 3000 }, web: null });
  });

  it('moves a page that is alone to the next port, but never one that health checks know', () => {
    const place = { host: '127.0.0.1', port: 3210, setting: 'SECTERM_WEB' };
    expect(readServing({ SECTERM_WEB: '3210' })?.listening).toEqual({ ...place, mayMove: true });
    expect(readServing({ SECTERM_WEB: '3210', PORT: '3210' })?.listening).toEqual({
      ...place,
      mayMove: false,
    });
  });

  it('refuses two ports', () => {
    expect(() => readServing({ SECTERM_WEB: '3210', PORT: '3000' })).toThrow(
      'SECTERM_WEB: there is one HTTP server, and PORT says 3000. Write the same port in both, or remove PORT.',
    );
  });
});

describe('webAddress()', () => {
  it.each([
    ['127.0.0.1', 'http://localhost:1'],
    ['0.0.0.0', 'http://localhost:1'],
    ['::1', 'http://[::1]:1'],
    ['::', 'http://localhost:1'],
    ['localhost', 'http://localhost:1'],
    ['wiki.internal', 'http://wiki.internal:1'],
    ['fd00::1', 'http://[fd00::1]:1'],
  ])('opens %s at %s', (host, address) => {
    expect(webAddress(host, 1)).toBe(address);
  });
});
