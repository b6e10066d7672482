import type { App } from '../../core/app.ts';
import type { Log } from '../../core/ports.ts';
import { translatorFor, type Translator } from '../../shared/messages/translator.ts';

/** The words of menus and dialogs: the system's language until the settings are known. */
export interface HostText {
  current(): Translator;
}

export function systemText(): Translator {
  return translatorFor('system', [new Intl.DateTimeFormat().resolvedOptions().locale]);
}

/** Keeps the words in the language of the settings; `changed` draws anew what stands already. */
export async function followLanguage(
  app: Pick<App, 'call' | 'subscribe'>,
  log: Log,
  changed: (text: Translator) => void,
): Promise<void> {
  let shown: string | null = null;
  async function update(): Promise<void> {
    try {
      const { language } = await app.call('settings.get', {});
      if (language === shown) return;
      shown = language;
      changed(language === 'system' ? systemText() : translatorFor(language, []));
    } catch (error) {
      log.warn('The language is not known', { error: String(error) });
    }
  }
  app.subscribe((event) => {
    if (event.name === 'settings.changed') void update();
  });
  await update();
}
