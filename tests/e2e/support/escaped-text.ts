/**
 * Looks at a page in the pseudo-language: words that aren't from the catalogue, and words that
 * are cut off. What the core has answered is the user's and may stand there as it is.
 */
import type { Page } from '@playwright/test';

/** Gathers every text that the core answers from now on; reload the page to have them all. */
export function gatherAnswers(page: Page): ReadonlySet<string> {
  const answers = new Set<string>();
  page.on('response', (response) => {
    if (!response.url().endsWith('/api/call')) return;
    response.json().then(
      (body: unknown) => gather(body, answers),
      () => {}, // the page has gone on before the answer came
    );
  });
  return answers;
}

function gather(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(folded(value));
  else if (Array.isArray(value)) for (const item of value) gather(item, into);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      // An error has its words in English beside the phrase that is shown.
      if (key !== 'message' || !('phrase' in value)) gather(item, into);
    }
  }
}

function folded(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

interface Shown {
  /** What surrounds the text, for the report. */
  where: string;
  /** The text of the element and of the two around it: marks and keys cut a text into several. */
  texts: string[];
}

/** Words on the screen, and names said to assistive technology, that didn't come by the catalogue. */
export async function escapedTexts(page: Page, answers: ReadonlySet<string>): Promise<string[]> {
  const shown = await page.evaluate(readPage);
  return shown
    .filter(({ texts }) => !texts.some((text) => isAccountedFor(text, answers)))
    .map(({ where, texts }) => `${where}: ${texts[0]}`);
}

function isAccountedFor(text: string, answers: ReadonlySet<string>): boolean {
  // A line of a source is said with its number before it.
  if (answers.has(folded(text).replace(/^\d+ /, ''))) return true;
  if (answers.has(folded(text))) return true;
  // A passage is shown from shortly before its match on.
  const shortened = /^…(.+)$/.exec(folded(text))?.[1];
  if (shortened !== undefined && [...answers].some((answer) => answer.endsWith(shortened)))
    return true;
  if (/^\[[^]*\]$/.test(text.trim()) && !text.includes(' · ')) return true;
  // What stands in brackets is the catalogue's.
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/\[[^[\]]*\]/g, '');
  }
  return rest
    .split(/ · |\n/)
    .map(folded)
    .every((piece) => !/\p{L}/u.test(piece) || answers.has(piece));
}

function readPage(): Shown[] {
  const shown: Shown[] = [];
  const describe = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
  const visible = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const modal = document.querySelector('dialog[open]');
  const root = modal ?? document.body;

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || node.nodeValue?.trim() === '' || !visible(parent)) continue;
    if (parent.closest('[data-start], kbd, code, script, style') !== null) continue;
    const around = [parent, parent.parentElement, parent.parentElement?.parentElement];
    const texts = around.flatMap((element) => element?.textContent ?? []);
    shown.push({ where: describe(parent), texts: [node.nodeValue ?? '', ...texts] });
  }
  for (const element of root.querySelectorAll('*')) {
    if (!visible(element) || element.closest('[data-start]') !== null) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
      const text = element.getAttribute(name);
      if (text !== null && text !== '') {
        shown.push({ where: `${describe(element)} ${name}`, texts: [text] });
      }
    }
  }
  return shown;
}

/** Texts of the catalogue that are cut off by what they stand in, or that push it out of the window. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5;
    const cut: string[] = [];
    const root = document.querySelector('dialog[open]') ?? document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.nodeValue ?? '';
      if (parent === null || !/[[\]]/.test(text)) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // A name of an article may be long: those are shortened with an ellipsis on purpose.
      if (parent.closest('.visually-hidden, [data-start], [dir="auto"]') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width < 2 || rect.height < 2) continue;
      let next: HTMLElement | null = parent;
      for (let box: HTMLElement | null = next; box !== null; box = next) {
        const style = getComputedStyle(box);
        if (style.clipPath !== 'none' || style.clip !== 'auto') break;
        // What is fixed is cut by the window alone, not by what it stands in.
        const isFixed = style.position === 'fixed';
        next = isFixed ? document.documentElement : box.parentElement;
        const edge = box.getBoundingClientRect();
        const sideways = style.overflowX !== 'visible' || box === document.documentElement;
        if (sideways && (rect.right > edge.right + slack || rect.left < edge.left - slack)) {
          cut.push(
            `${text} is cut sideways by <${box.tagName.toLowerCase()} class="${box.className}">`,
          );
          break;
        }
        const down = style.overflowY === 'hidden' || style.overflowY === 'clip';
        if (down && (rect.bottom > edge.bottom + slack || rect.top < edge.top - slack)) {
          cut.push(
            `${text} is cut below by <${box.tagName.toLowerCase()} class="${box.className}">`,
          );
          break;
        }
        // Below what scrolls up and down, nothing is out of reach.
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') break;
      }
    }
    return cut;
  });
}
