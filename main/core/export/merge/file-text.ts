/** A Markdown file taken apart so that it can be put together again byte for byte. */

export interface FileLine {
  /** Without its line end. */
  text: string;
  /** What follows until the next line that isn't blank: its line end, blank lines. */
  gap: string;
}

export interface FileText {
  /** With both fences and the byte order mark; empty where there is none. */
  frontMatter: string;
  /** Blank lines before the first one that isn't. */
  lead: string;
  /** The lines of the body that aren't blank. */
  lines: FileLine[];
  /** The line end that the file uses. */
  eol: '\n' | '\r\n';
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[^]*?\r?\n)??---[ \t]*(?:\r?\n|$)/u;

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/gu;

export function parseFile(content: string): FileText {
  const frontMatter = FRONT_MATTER.exec(content)?.[0] ?? '';
  const lines: FileLine[] = [];
  let lead = '';
  for (const [, text = '', end = ''] of content.slice(frontMatter.length).matchAll(LINE)) {
    const last = lines.at(-1);
    if (text.trim() !== '') lines.push({ text, gap: end });
    else if (last === undefined) lead += text + end;
    else last.gap += text + end;
  }
  return { frontMatter, lead, lines, eol: content.includes('\r\n') ? '\r\n' : '\n' };
}

/**
 * A line as lines are compared: without white space at its end, each tab before its words as the two
 * spaces of an outline. Logseq writes those tabs when it saves a file that was indented with spaces.
 */
export function comparable(line: string): string {
  return untabbed(line).trimEnd();
}

export function untabbed(line: string): string {
  return line.replace(/^[ \t]*\t[ \t]*/u, (white) => white.replaceAll('\t', '  '));
}

/** Text of Lectern's as this file is indented: with tabs where all its lists are. */
export function indentedAs(lines: readonly FileLine[], text: string): string {
  const isTabbed =
    lines.some(({ text: line }) => /^\t+[-*+] /u.test(line)) &&
    !lines.some(({ text: line }) => /^ +[-*+] /u.test(line));
  if (!isTabbed) return text;
  // What goes on below an item stands two spaces behind its tabs.
  return text.replaceAll(/^((?:  )+)(?! )(?=([-*+] )?)/gmu, (_, white: string, item?: string) =>
    item === undefined ? `${'\t'.repeat(white.length / 2 - 1)}  ` : '\t'.repeat(white.length / 2),
  );
}

/** For each line, whether it stands inside a fenced block of code. */
export function fencedLines(lines: readonly FileLine[]): boolean[] {
  let fence: string | null = null;
  return lines.map(({ text }) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/u.exec(text)?.[1] ?? null;
    if (fence === null) {
      fence = mark;
      return false;
    }
    const closes =
      mark !== null && mark[0] === fence[0] && mark.length >= fence.length && text.trim() === mark;
    if (closes) fence = null;
    return true;
  });
}

/** The `id` in the front matter of a file; null without one. */
export function fileId(content: string): string | null {
  const frontMatter = FRONT_MATTER.exec(content)?.[0] ?? '';
  return /^id:[ \t]*(['"]?)([a-z0-9-]+)\1[ \t]*(?:#.*)?$/mu.exec(frontMatter)?.[2] ?? null;
}
