import { stemmer } from 'stemmer';
import { singular } from './normalise.ts';

/** Forms that no rule leads back to their word, which stands last in each group. */
const IRREGULAR = new Map(
  `broke broken break | stole stolen steal | hid hidden hide | wrote written write | sent send | kept keep | found find |
  built build | held hold | knew known know | shown show | took taken take | gave given give | made make |
  ran run | lost lose | stood stand | threw thrown throw | chose chosen choose | drove driven drive |
  forgot forgotten forget | sold sell | bought buy | caught catch | taught teach | thought think | brought bring |
  fought fight | paid pay | said say | told tell | met meet | led lead |
  spent spend | lent lend | meant mean | dealt deal | slept sleep | crept creep | went gone go |
  came come | became become | began begun begin | drew drawn draw | grew grown grow | flew flown fly | spoke spoken speak |
  wore worn wear | tore torn tear | bitten bite | rode ridden ride | risen rise | fallen fall | ate eaten eat |
  seen see | won win | hung hang | shrunk shrink |
  sunk sink | got gotten get |
  froze frozen freeze | woke woken wake | swept sweep | understood understand | withdrew withdrawn withdraw | arose arisen arise | overrode overridden override |
  overwrote overwritten overwrite | rewrote rewritten rewrite | rebuilt rebuild | indices indexes index | matrices matrix | vertices vertex | analyses analysis |
  children child | men man | women woman | mice mouse | feet foot | criteria criterion | phenomena phenomenon |
  hijacked hijacking hijack`
    .split('|')
    .map(group => group.trim().split(/\s+/))
    .flatMap(forms => forms.slice(0, -1).map(form => [form, forms.at(-1) ?? form] as const)),
);

/** Stems of words seen before: a question asks for those of the same few words over and over. */
const stems = new Map<string, string>();
const MOST_REMEMBERED = 10_000;

/** The stem of an English word: https://tartarus.org/martin/PorterStemmer */
export function stemOf(word: string): string {
  const remembered = stems.get(word);
  if (remembered !== undefined) return remembered;
  const stem = stemmer(singular(IRREGULAR.get(word) ?? word));
  if (stems.size >= MOST_REMEMBERED) stems.clear();
  stems.set(word, stem);
  return stem;
}
