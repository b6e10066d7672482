import { CircleAlert, CircleCheck, LoaderCircle, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { dismissNotice, useView, type Notice } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useTopDialog } from '../../ui/top-dialog.ts';
import styles from './shell.module.css';

const ICONS = { done: CircleCheck, failed: CircleAlert, working: LoaderCircle };

/** Done notices go by themselves after this many milliseconds; failures stay until read. */
const SHOWN = 6000;

export function Notices() {
  const notices = useView((view) => view.notices);
  // Within an open dialog, which covers all else.
  const dialog = useTopDialog();
  return createPortal(
    <div
      className={styles['notices']}
      role="region"
      aria-label={t('notices.title')}
      aria-live="polite"
    >
      {notices.map((notice) => (
        <NoticeView key={notice.id} notice={notice} />
      ))}
    </div>,
    dialog ?? document.body,
  );
}

function NoticeView({ notice }: { notice: Notice }) {
  const { id, kind, text, action } = notice;
  const Icon = ICONS[kind];
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (kind !== 'done' || held) return;
    const timer = setTimeout(() => dismissNotice(id), SHOWN);
    return () => clearTimeout(timer);
  }, [id, kind, held]);
  return (
    <div
      className={styles['notice']}
      data-kind={kind}
      role={kind === 'failed' ? 'alert' : 'status'}
      // Nothing goes away while one is at it.
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden size={17} strokeWidth={1.75} />
      <p>{text}</p>
      {action === undefined ? null : (
        <button
          type="button"
          className={styles['noticeAction']}
          onClick={() => {
            dismissNotice(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      {kind === 'working' ? null : (
        <IconButton label={t('notices.dismiss')} icon={X} small onClick={() => dismissNotice(id)} />
      )}
    </div>
  );
}
