/**
 * Offsets in one text, in UTF-16 code units and in Unicode code points. The Web Annotation Data
 * Model counts code points; JavaScript and everything else in Lectern counts code units.
 */
export class CodePointOffsets {
  /** Where the second halves of surrogate pairs stand, ascending. */
  private readonly halves: number[] = [];

  constructor(private readonly text: string) {
    for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.halves.push(index + 1);
  }

  /** An offset inside a pair is that of the pair. */
  toCodePoints(units: number): number {
    return units - this.halvesBefore(units) - (this.isInside(units) ? 1 : 0);
  }

  /** Past the end is the end. */
  toUnits(codePoints: number): number {
    let low = 0;
    let high = this.halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The half's own pair begins at this many code points.
      if ((this.halves[middle] ?? 0) - 1 - middle < codePoints) low = middle + 1;
      else high = middle;
    }
    return Math.min(this.text.length, codePoints + low);
  }

  private halvesBefore(units: number): number {
    let low = 0;
    let high = this.halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.halves[middle] ?? 0) < units) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isInside(units: number): boolean {
    return this.halves[this.halvesBefore(units)] === units;
  }
}
