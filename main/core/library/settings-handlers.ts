import { settingsSchema } from '../../shared/entities.ts';
import type { AreaHandlers, Core } from '../core.ts';

export function settingsHandlers({ library, emit }: Core): AreaHandlers<'settings'> {
  return {
    'settings.get': () => library.settings.get(),
    'settings.update': async (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const settings = settingsSchema.parse({
        ...library.settings.get(),
        ...Object.fromEntries(given),
      });
      await library.settings.put(settings);
      emit('settings.changed', {});
      return settings;
    },
  };
}
