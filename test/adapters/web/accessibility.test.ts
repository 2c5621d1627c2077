import { expect, it } from 'vitest';
import { axeFindings, describeInBrowser, openPage, overflow } from './browser.ts';
import { servePage } from './page.ts';

const VIEWS = [
  '/',
  '/?q=containers',
  '/?q=containers+vs+virtual+machines&as=mention',
  '/?q=list+network',
  '/?q=lunch%3F&as=channel',
  '/?q=help',
  '/terms',
  '/subjects',
  '/s/network',
  '/pages',
  '/p/network/dns.md',
  '/t/containers',
  '/t/zero-trust',
  '/map',
  '/compare',
  '/compare?t=containers&t=virtual-machines&t=clusters',
  '/check',
  '/nowhere',
] as const;

describeInBrowser('each view of the web page', () => {
  it.each(VIEWS)(
    'has nothing that axe-core objects to, and fits a phone and a zoom of 400 per cent, at %s',
    async path => {
      const { address } = await servePage();
      const page = await openPage(address + path, {
        colorScheme: 'light',
        viewport: { width: 1280, height: 900 },
      });
      expect(await axeFindings(page), 'in light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page), 'in dark').toEqual([]);
      await page.setViewportSize({ width: 390, height: 840 });
      expect(await overflow(page), 'on a phone').toBe(0);
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await overflow(page), 'at a zoom of 400 %').toBe(0);
      expect(await axeFindings(page), 'at a zoom of 400 %').toEqual([]);
    },
  );
});
