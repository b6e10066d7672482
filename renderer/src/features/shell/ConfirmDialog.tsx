import { closeDialog, notifyFailure, type Confirmation } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

export function ConfirmDialog({ title, text, action, run }: Confirmation) {
  const confirm = () => {
    closeDialog();
    run().catch(notifyFailure);
  };
  return (
    <Dialog
      title={title}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog} data-autofocus>
            {t('ui.cancel')}
          </Button>
          <Button danger onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
