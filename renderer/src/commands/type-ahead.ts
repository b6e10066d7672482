/**
 * A text field that a command asks for may come a moment later: when a highlight has been stored,
 * when a panel is there. What is typed meanwhile is meant for the field. It is held back, so that
 * no letter of it runs a command, and given to the field in its order once the field has the focus.
 */
import { flushSync } from 'react-dom';
import { isMac, isTextField } from './keymap.ts';

/** A field that doesn't come within this many milliseconds of being opened isn't coming. */
const LONGEST_WAIT = 3000;

let held: KeyboardEvent[] | null = null;
let tooLate: ReturnType<typeof setTimeout> | undefined;

/**
 * Runs what opens a text field, which takes the focus itself; `open` tells whether it did open one.
 * Rejects as `open` does; what was typed is dropped then.
 */
export async function openField(open: () => Promise<boolean>): Promise<void> {
  hold();
  try {
    if (!(await open())) drop();
    else if (held !== null) tooLate = setTimeout(drop, LONGEST_WAIT);
  } catch (error) {
    drop();
    throw error;
  }
}

function hold(): void {
  clearTimeout(tooLate);
  if (held !== null) return;
  held = [];
  window.addEventListener('keydown', keep, true);
  window.addEventListener('pointerdown', drop, true);
  document.addEventListener('focusin', onFocus);
}

/** Gives what was held; from now on keys go where they always go. */
function drop(): readonly KeyboardEvent[] {
  clearTimeout(tooLate);
  window.removeEventListener('keydown', keep, true);
  window.removeEventListener('pointerdown', drop, true);
  document.removeEventListener('focusin', onFocus);
  const keys = held ?? [];
  held = null;
  return keys;
}

function keep(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  held?.push(event);
}

function onFocus({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || !isTextField(target)) return;
  // The field is put up completely first; no other key can come in between.
  queueMicrotask(() => {
    for (const press of drop()) flushSync(() => type(press));
  });
}

/** As if it were pressed now; a later command that holds keys holds this one too. */
function type(press: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const unused = target.dispatchEvent(new KeyboardEvent('keydown', press));
  if (!unused || !isTextField(target)) return;
  if (prints(press)) document.execCommand('insertText', false, press.key);
  else if (press.key === 'Enter' && target.matches('textarea')) {
    document.execCommand('insertText', false, '\n');
  } else if (press.key === 'Backspace') document.execCommand('delete');
}

function prints({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  // AltGr is Ctrl and Alt together on Windows; Option writes signs on a Mac.
  return [...key].length === 1 && !metaKey && (isMac ? !ctrlKey : ctrlKey === altKey);
}
