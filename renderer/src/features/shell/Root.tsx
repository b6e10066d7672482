import { setLanguage } from '../../text.ts';
import { App } from './App.tsx';
import { useSettings } from './settings.ts';

/** The app in the language of the settings; another language draws all of it anew. */
export function Root() {
  const { language } = useSettings();
  setLanguage(language);
  return <App key={language} />;
}
