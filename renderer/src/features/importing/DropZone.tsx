import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { isTextField } from '../../commands/keymap.ts';
import { useCommands } from '../../commands/registry.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { chosenFiles, droppedFiles } from './dropped-files.ts';
import {
  planFiles,
  reviewClipboard,
  reviewPaths,
  reviewSample,
  reviewText,
} from './import-actions.ts';
import styles from './importing.module.css';

/** Takes files and folders dropped anywhere on the window, and those chosen in a dialog. */
export function DropZone({ dialogs }: { dialogs: boolean }) {
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (event.dataTransfer === null || !carriesFiles(event)) return;
      event.preventDefault();
      droppedFiles(event.dataTransfer).then(planFiles).catch(notifyFailure);
    };
    const paste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.clipboardData === null || isTextField(target) || target?.closest('dialog')) return;
      event.preventDefault();
      const { files: pasted } = event.clipboardData;
      const planned =
        pasted.length > 0
          ? planFiles(chosenFiles(pasted))
          : reviewText(event.clipboardData.getData('text/plain'));
      planned.catch(notifyFailure);
    };
    // On Linux the middle button pastes; here it opens and closes tabs.
    const released = (event: MouseEvent) => {
      if (event.button === 1 && !isTextField(event.target instanceof Element ? event.target : null))
        event.preventDefault();
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop };
    window.addEventListener('mouseup', released);
    window.addEventListener('paste', paste);
    window.addEventListener('dragenter', listeners.dragenter);
    window.addEventListener('dragleave', listeners.dragleave);
    window.addEventListener('dragover', listeners.dragover);
    window.addEventListener('drop', listeners.drop);
    return () => {
      window.removeEventListener('mouseup', released);
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragenter', listeners.dragenter);
      window.removeEventListener('dragleave', listeners.dragleave);
      window.removeEventListener('dragover', listeners.dragover);
      window.removeEventListener('drop', listeners.drop);
    };
  }, []);

  useCommands({
    'import.files': async () => {
      if (!dialogs) files.current?.click();
      else await reviewPaths((await call('desktop.pickFiles', {})).paths);
    },
    'import.folder': async () => {
      if (!dialogs) folder.current?.click();
      else {
        const { path } = await call('desktop.pickFolder', { title: t('import.chooseFolder') });
        if (path !== null) await reviewPaths([path]);
      }
    },
    'import.sample': reviewSample,
    'import.paste': reviewClipboard,
  });

  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    planFiles(chosenFiles(event.target.files)).catch(notifyFailure);
    event.target.value = '';
  };
  return (
    <>
      <input ref={files} type="file" multiple hidden onChange={chosen} data-testid="choose-files" />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        onChange={chosen}
        data-testid="choose-folder"
      />
      {over ? (
        <div className={styles['drop']} aria-hidden>
          <div>
            <FileUp size={36} strokeWidth={1.25} />
            {t('import.drop')}
          </div>
        </div>
      ) : null}
    </>
  );
}
