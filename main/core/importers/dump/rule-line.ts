/** Separator lines: `=====`, `* * *`, `-=-=-`, `⁂`, and titles framed by such marks. */

export interface Rule {
  /** The distinct marks in order of appearance: "=" or "-=". */
  mark: string;
  spaced: boolean;
  /** Marks in the line, white space aside. */
  length: number;
}

/** The mark of a title in bold: common, and common for inner headings too. */
export const BOLD_MARK = '**';

export interface Framed {
  mark: string;
  title: string;
}

const MARKS = '=\\-–—_*~#+.·•●○◆◇■□▪★☆※＊－＝─━═╌┄┈〜～/\\\\|<>^:§❦⁂❖⸻';
const ONLY_MARKS = new RegExp(`^[${MARKS}\\s]+$`, 'u');
const LONE_MARKS = new Set(['⁂', '❦', '※', '⸻', '§', '❖', '◇', '◆', '*']);
const LONGEST_RULE = 400;
/** Short runs of these are punctuation, not rules. */
const LEAST: Readonly<Record<string, number>> = { '.': 5, '#': 4, ':': 5, '/': 5, '<': 5, '>': 5 };

/** The rule in a trimmed line; null when the line says anything but marks. */
export function readRule(text: string): Rule | null {
  if (text.length === 0 || text.length > LONGEST_RULE || !ONLY_MARKS.test(text)) return null;
  const compact = text.replace(/\s+/gu, '');
  const marks = [...compact];
  const mark = [...new Set(marks)].join('');
  if (marks.length === 1) {
    return LONE_MARKS.has(mark) ? { mark, spaced: false, length: 1 } : null;
  }
  const kinds = [...mark].length;
  if (kinds > 3 || marks.length < (LEAST[mark] ?? 3)) return null;
  if (kinds > 1 && marks.length < 5) return null;
  return { mark, spaced: compact.length < text.length, length: marks.length };
}

const FRAMED = /^([=*~_+─━═#-])(?:\1+\s+|\1{2,}\s*)(\S.{0,198}?)(?:\s+\1+|\s*\1{3,})$/u;
const BOLD = /^(\*\*|__)(\S(?:.{0,196}\S)?)\1$/u;
const BRACKETED =
  /^(?:【(.{1,160})】|《(.{1,160})》|〓+\s*(.{1,160}?)\s*〓+|\[\[(.{1,160})\]\]|<<\s*(.{1,160}?)\s*>>)$/u;
const SIGIL = /^([■□◆◇●○▼▲►▶★☆§❖▪※¶]|>>>?)\s*(\S.{0,198})$/u;

/** A title that carries its separator on the same line: `=== Title ===`, `【Title】`, `■ Title`. */
export function readFramed(text: string): Framed | null {
  if (text.length < 3 || text.length > 220) return null;
  const framed = FRAMED.exec(text);
  if (framed?.[1] && framed[2]) {
    return /[\p{L}\p{N}]/u.test(framed[2]) ? { mark: framed[1], title: framed[2] } : null;
  }
  const bold = BOLD.exec(text);
  if (bold?.[2] && !bold[2].includes('**')) return { mark: BOLD_MARK, title: bold[2] };
  const bracketed = BRACKETED.exec(text);
  if (bracketed) {
    const title = bracketed.slice(1).find((group) => group !== undefined);
    return title ? { mark: text.slice(0, 1), title: title.trim() } : null;
  }
  const sigil = SIGIL.exec(text);
  return sigil?.[1] && sigil[2] ? { mark: sigil[1], title: sigil[2].trim() } : null;
}
