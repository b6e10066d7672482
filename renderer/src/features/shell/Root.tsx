import { setShortcuts } from '../../commands/keymap.ts';
import { setLanguage } from '../../text.ts';
import { App } from './App.tsx';
import { useSettings } from './settings.ts';

/** The app in the language and with the keys of the settings; another language draws all of it anew. */
export function Root() {
  const settings = useSettings();
  setLanguage(settings.language);
  setShortcuts(settings);
  return <App key={settings.language} />;
}
