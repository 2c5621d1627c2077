import { safe } from '../../../src/replies/safe.ts';
import { progressLine } from '../../progress.ts';
import { WrongUse } from '../wrong-use.ts';
import type { OperatorCommand } from './command.ts';

/** Writes the glossary as a web site. */
export const site: OperatorCommand = {
  name: 'site',
  usage: 'site OUT',
  summary: 'Write the glossary as a web site into the folder OUT, with search, for any web host.',
  async run({ bot, words, host, folders }) {
    const [out, ...others] = words.filter(word => word !== '--');
    if (out === undefined || out.trim() === '' || others.length > 0)
      throw new WrongUse('secterm: "site" takes the folder to write to, such as "secterm site public".');
    const [{ writeSite }, { SiteError }] = await Promise.all([
      import('../../web/site/write-site.ts'),
      import('../../web/site/site-error.ts'),
    ]);
    const { progress, clear } = progressLine(host.stderr, 'Writing the site');
    try {
      const { pages, left } = await writeSite({ bot, folders, out, tell: progress });
      clear();
      for (const address of left)
        host.stderr.write(
          `${safe(decodeURI(address))}: no file can have this name, so the page is left out.\n`,
        );
      host.stdout.write(
        `${pages} pages are in ${safe(out)}. Put the folder on a web host; opened as a file, it has no search.\n`,
      );
      return 0;
    } catch (error) {
      clear();
      if (!(error instanceof SiteError)) throw error;
      throw new WrongUse(`secterm: ${safe(error.message)}`);
    }
  },
};
