import type { Command } from 'commander';
import type { App } from '../../core/app.ts';
import { colorOfName, writtenColor, type HighlightColor } from '../../shared/highlight-colors.ts';

/** A name that no colour has is wrong usage. */
export async function colorNamed(
  app: App,
  given: string,
  command: Command,
): Promise<HighlightColor> {
  const { highlightColors } = await app.call('settings.get', {});
  const color = colorOfName(highlightColors, given);
  if (color !== undefined) return color;
  const names = highlightColors.map((choice) => writtenColor(highlightColors, choice.color));
  return command.error(`error: no colour is called “${given}”; there are ${names.join(', ')}`);
}
