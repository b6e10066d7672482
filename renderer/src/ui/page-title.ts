import { useEffect } from 'react';
import { t } from '../text.ts';

/** The title of the window while the component is there; null leaves it as it is. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    document.title = t('app.windowTitle', { title });
    return () => {
      document.title = t('app.name');
    };
  }, [title]);
}
