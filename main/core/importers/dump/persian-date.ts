/** Years and months of the Solar Hijri calendar, in which Persian pages date their articles. */

const MONTHS: readonly (readonly string[])[] = [
  ['فروردین'],
  ['اردیبهشت'],
  ['خرداد'],
  ['تیر'],
  ['مرداد', 'امرداد'],
  ['شهریور'],
  ['مهر'],
  ['آبان'],
  ['آذر'],
  ['دی'],
  ['بهمن'],
  ['اسفند'],
];

/** 1..12 for a Persian month's name; null for any other word. */
export function persianMonth(word: string): number | null {
  const at = MONTHS.findIndex((names) => names.includes(word));
  return at === -1 ? null : at + 1;
}

const DAY = 86_400_000;
const FORMAT = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;

/** True for the first day of a year; the year begins with spring, on 19 to 22 March. */
function isNewYear(time: number): boolean {
  const parts = new Intl.DateTimeFormat('en-u-ca-persian', FORMAT).formatToParts(time);
  const value = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return value('month') === '1' && value('day') === '1';
}

/** The day in the common calendar; null for a day that doesn't exist. */
export function fromPersian(
  year: number,
  month: number,
  day: number,
): { year: number; month: number; day: number } | null {
  if (month < 1 || month > 12 || day < 1 || day > (month <= 6 ? 31 : 30)) return null;
  const spring = [19, 20, 21, 22].map((date) => Date.UTC(year + 621, 2, date)).find(isNewYear);
  if (spring === undefined) return null;
  const passed = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const date = new Date(spring + (passed + day - 1) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
