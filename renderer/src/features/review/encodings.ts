/** The encodings that a file can be read in instead of the one that was guessed, by script. */
import type { MessageKey } from '../../../../main/shared/messages/message.ts';

type ScriptKey = Exclude<Extract<MessageKey, `encoding.${string}`>, 'encoding.guess'>;

export const ENCODINGS: readonly (readonly [name: string, script: ScriptKey])[] = [
  ['utf-8', 'encoding.unicode'],
  ['utf-16le', 'encoding.unicode'],
  ['utf-16be', 'encoding.unicode'],
  ['windows-1252', 'encoding.western'],
  ['iso-8859-15', 'encoding.western'],
  ['macintosh', 'encoding.western'],
  ['windows-1250', 'encoding.central'],
  ['iso-8859-2', 'encoding.central'],
  ['windows-1251', 'encoding.cyrillic'],
  ['koi8-r', 'encoding.cyrillic'],
  ['iso-8859-5', 'encoding.cyrillic'],
  ['windows-1253', 'encoding.greek'],
  ['windows-1254', 'encoding.turkish'],
  ['windows-1255', 'encoding.hebrew'],
  ['windows-1256', 'encoding.arabic'],
  ['windows-1257', 'encoding.baltic'],
  ['windows-1258', 'encoding.vietnamese'],
  ['gb18030', 'encoding.simplified'],
  ['big5', 'encoding.traditional'],
  ['shift_jis', 'encoding.japanese'],
  ['euc-jp', 'encoding.japanese'],
  ['iso-2022-jp', 'encoding.japanese'],
  ['euc-kr', 'encoding.korean'],
];
