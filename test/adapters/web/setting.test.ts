import { describe, expect, it } from 'vitest';
import { readServing } from '../../../adapters/http/env.ts';
import { readWeb, readWebHere } from '../../../adapters/web/env.ts';
import { pageUrl } from '../../../adapters/web/index.ts';

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

  it('moves a page that is alone to the next port', () => {
    expect(readServing({ SECTERM_WEB: '3210' })?.listening).toEqual({
      host: '127.0.0.1',
      port: 3210,
      setting: 'SECTERM_WEB',
      mayMove: true,
    });
  });

  it.each([
    [{}, null],
    [{ SECTERM_WEB: 'off' }, null],
    [{ SECTERM_WEB: '3000' }, { host: '127.0.0.1' }],
    [{ SECTERM_WEB: '0.0.0.0:3000' }, { host: '0.0.0.0' }],
  ])('listens at PORT on every address, whatever is said of the page: %j', (env, web) => {
    const serving = readServing({ PORT: '3000', ...env });
    expect(serving?.listening).toEqual({ port: 3000 });
    if (web === null) expect(serving?.web).toBeNull();
    else expect(serving?.web).toMatchObject(web);
    expect(serving?.fault).toBeNull();
  });

  it('serves PORT without the page where that is to be on another port, or its setting is wrong', () => {
    const other = readServing({ SECTERM_WEB: '3210', PORT: '3000' });
    expect(other).toMatchObject({ listening: { port: 3000 }, web: null });
    expect(other?.fault?.message).toBe(
      'SECTERM_WEB: there is one HTTP server, and PORT says 3000. Write the same port in both, or remove PORT.',
    );
    const wrong = readServing({ SECTERM_WEB: 'here', PORT: '3000' });
    expect(wrong).toMatchObject({ listening: { port: 3000 }, web: null });
    expect(wrong?.fault?.message).toMatch(/^SECTERM_WEB: is neither/);
  });

  it('refuses a wrong setting where nothing else is served', () => {
    expect(() => readServing({ SECTERM_WEB: 'here' })).toThrow('SECTERM_WEB: is neither');
  });
});

describe('pageUrl()', () => {
  it.each([
    ['127.0.0.1', 'http://localhost:1'],
    ['0.0.0.0', 'http://localhost:1'],
    ['::1', 'http://[::1]:1'],
    ['::', 'http://localhost:1'],
    ['localhost', 'http://localhost:1'],
    ['wiki.internal', 'http://wiki.internal:1'],
    ['fd00::1', 'http://[fd00::1]:1'],
  ])('opens %s at %s', (host, address) => {
    expect(pageUrl(host, 1)).toBe(address);
  });
});
