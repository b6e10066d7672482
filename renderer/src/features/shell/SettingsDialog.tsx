import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { closeDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextSettings } from '../reader/TextSettings.tsx';
import styles from './shell.module.css';

export function SettingsDialog() {
  const overview = useQuery(queries.overview()).data;
  const desktop = useQuery(queries.desktop()).data;
  return (
    <Dialog title={t('settings.title')} onClose={closeDialog}>
      <TextSettings />
      <dl className={styles['about']}>
        <dt>{t('settings.library')}</dt>
        <dd>{overview?.folder}</dd>
        <dt>{t('settings.version')}</dt>
        <dd>{desktop?.version}</dd>
      </dl>
    </Dialog>
  );
}
