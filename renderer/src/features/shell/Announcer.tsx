import { createPortal } from 'react-dom';
import { useSaid } from '../../state/said.ts';
import { useTopDialog } from '../../ui/top-dialog.ts';

/** The live region for what can be seen but is said nowhere: that an article opened, was highlighted. */
export function Announcer() {
  const { text, id } = useSaid();
  // Outside an open dialog nothing is said.
  const dialog = useTopDialog();
  return createPortal(
    <div className="visually-hidden" role="status" data-said>
      <span key={id}>{text}</span>
    </div>,
    dialog ?? document.body,
  );
}
