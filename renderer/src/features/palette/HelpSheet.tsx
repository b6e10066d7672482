import { COMMAND_MENUS, COMMANDS, isOffered } from '../../../../main/shared/commands.ts';
import { shownKeys } from '../../commands/keymap.ts';
import { shownLabel } from '../../commands/labels.ts';
import { closeDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { currentSettings } from '../shell/settings.ts';
import styles from './palette.module.css';

/** Every key there is, by menu. */
export function HelpSheet() {
  const withKeys = COMMANDS.filter(
    ({ id }) => shownKeys(id).length > 0 && isOffered(id, currentSettings().highlightColors),
  );
  const groups = COMMAND_MENUS.map((menu) => ({
    name: t(`menu.${menu}`),
    commands: withKeys.filter((command) => command.menu?.path === menu),
  }));
  const reviewing = withKeys.filter(({ scope }) => scope === 'review');
  const others = withKeys.filter(({ menu, scope }) => menu === undefined && scope !== 'review');
  return (
    <Dialog title={t('help.title')} size="large" onClose={closeDialog}>
      <div className={styles['help']}>
        {[
          ...groups,
          { name: t('help.review'), commands: reviewing },
          { name: t('help.everywhere'), commands: others },
        ]
          .filter(({ commands }) => commands.length > 0)
          .map(({ name, commands }) => (
            <section key={name}>
              <h3>{name}</h3>
              <dl>
                {commands.map((command) => (
                  <div key={command.id}>
                    <dt>{shownLabel(command.id)}</dt>
                    <dd>
                      {shownKeys(command.id).map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
