/** An article with every kind of block and of writing that a highlight can begin or end in. */
export const KINDS_TITLE = 'Kinds of text';

/** The parts of an emoji, put together so that no editor takes them for another. */
export const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
export const FLAG = '\u{1F1F3}\u{1F1F4}';
/** An x and the circumflex that is drawn on it: a pair that no single character stands for. */
export const ACCENTED = 'x\u0302';
/** A letter beyond the first 65,536: two code units. */
export const CLEF = '\u{1D11E}';
export const KSHI = '\u0915\u094D\u0937\u093F';
/** Beh with fatha and shadda. */
export const BEH = '\u0628\u064E\u0651';

export const KINDS_OF_TEXT = `# ${KINDS_TITLE}

The first paragraph has **bold words**, *leaning ones*, [a link](https://example.com/a) and \`code\` in it.

The second paragraph calls a note[^1] and goes on behind it.

- apples from the north
- pears with **brown** spots
  - nested quinces
- the last item

> A quotation of two parts.
>
> Its second part ends here.

| Town | Clocks |
| --- | --- |
| Dunmarrow | three |
| Aldersee | **none** |

\`\`\`js
const hour = 12;
strike(hour);
\`\`\`

Before the picture ![A drawn clock](https://example.com/clock.png) and after it.

A family ${FAMILY} of three, a flag ${FLAG}, a vector ${ACCENTED} and a clef ${CLEF} stand here.

השעון במגדל הראה את שעת הים. איש לא ידע מדוע.

كَتَبَ الر${BEH}انُ رِسَالَةً. ثُمَّ سَافَرَ إِلَى الْبَحْرِ.

昔の時計は海の時間を示した。誰も理由を知らなかった。今は止まっている。

पहला ${KSHI}तिज दूर था। दूसरा पास था।

The very last words.

[^1]: The text of the note.
`;
