import { TextSelect } from 'lucide-react';
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { tidyRange } from '../../../../main/shared/text/whole-range.ts';
import { useCommands } from '../../commands/registry.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { reattach, stopReattaching } from '../annotations/tray-actions.ts';
import styles from './reattach.module.css';

interface Props {
  text: string;
  selection: TextRange | null;
  annotations: readonly Annotation[];
}

/** Asks for other words for a highlight that lost its own. */
export function ReattachBar({ text, selection, annotations }: Props) {
  const wanted = useView((view) => view.reattaching);
  const annotation = annotations.find(({ id }) => id === wanted?.id);
  const range = selection === null ? null : tidyRange(text, selection);
  const canAttach = annotation !== undefined && range !== null;
  const attach = () => {
    if (!canAttach) return undefined;
    document.getSelection()?.removeAllRanges();
    return reattach(annotation, range);
  };
  useCommands({
    'annotation.attach': { run: attach, when: () => canAttach },
    'app.cancel': { run: stopReattaching, when: () => annotation !== undefined },
  });
  if (wanted === null || annotation === undefined) return null;
  return (
    <section className={styles['bar']} aria-label={t('tray.reattach')}>
      <TextSelect aria-hidden size={18} strokeWidth={1.75} />
      <p>
        {t('tray.select')} <q>{wanted.words}</q>
      </p>
      <Button onClick={stopReattaching}>{t('ui.cancel')}</Button>
      <Button
        primary
        disabled={!canAttach}
        // A press must not take the selection away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void attach()}
      >
        {t('tray.attach')}
      </Button>
    </section>
  );
}
