/** The language that a code block was highlighted as, from the class names that highlighters use. */
import { isElement, propertyOf, type HtmlElement } from './hast-nodes.ts';

const CLASS = /(?:^|\s)(?:lang|language|highlight-source|brush:|sourceCode)[-\s:]*([\w+#.-]+)/i;
/** Class names that look like one and aren't. */
const NO_LANGUAGE = /^(?:none|plain|plaintext|text|txt|code|highlight|nohighlight|prettyprint)$/i;

/** Of a `pre`; null where nothing says. */
export function codeLanguage(pre: HtmlElement): string | null {
  const inner = pre.children.filter(isElement).filter(({ tagName }) => tagName === 'code');
  for (const element of [pre, ...inner]) {
    const written =
      propertyOf(element, 'dataLang') ||
      propertyOf(element, 'dataLanguage') ||
      CLASS.exec(propertyOf(element, 'className'))?.[1];
    if (written !== undefined && written !== '' && !NO_LANGUAGE.test(written)) {
      return written.toLowerCase();
    }
  }
  return null;
}
