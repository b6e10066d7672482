/** Dates and numbers as the language of the interface writes them. */
import { translator } from '../text.ts';

/** What isn't known of a date isn't shown. */
export function formatPublished(published: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published) ?? [];
  if (year === undefined) return published;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return translator().date(date, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'short' as const }),
    ...(day === undefined ? {} : { day: 'numeric' as const }),
  });
}

export function formatTime(iso: string): string {
  return translator().date(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' });
}

export function formatCount(count: number): string {
  return translator().number(count);
}

/** A part of the whole, 0 to 1. */
export function formatPercent(fraction: number): string {
  return translator().number(fraction, { style: 'percent' });
}

/** In kilobytes below a megabyte, with one decimal below ten of either. */
export function formatBytes(bytes: number): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const amount = bytes / (unit === 'kilobyte' ? 1e3 : 1e6);
  return translator().number(amount, {
    style: 'unit',
    unit,
    maximumFractionDigits: amount < 10 ? 1 : 0,
  });
}
