/**
 * The longest common subsequence of two lists of lines: for each of the expected ones the index in
 * `found`, or null. Common ends are cut off first; the rest costs expected × found.
 */
export function alignLines(
  expected: readonly string[],
  found: readonly string[],
): (number | null)[] {
  const result: (number | null)[] = expected.map(() => null);
  let start = 0;
  while (start < expected.length && start < found.length && expected[start] === found[start]) {
    result[start] = start;
    start += 1;
  }
  let left = expected.length;
  let right = found.length;
  while (left > start && right > start && expected[left - 1] === found[right - 1]) {
    left -= 1;
    right -= 1;
    result[left] = right;
  }
  alignMiddle(expected.slice(start, left), found.slice(start, right), (line, at) => {
    result[start + line] = start + at;
  });
  return result;
}

function alignMiddle(
  expected: readonly string[],
  found: readonly string[],
  match: (line: number, at: number) => void,
): void {
  const width = found.length + 1;
  const lengths = new Uint32Array((expected.length + 1) * width);
  const length = (line: number, at: number) => lengths[line * width + at] ?? 0;
  for (let line = expected.length - 1; line >= 0; line -= 1) {
    for (let at = found.length - 1; at >= 0; at -= 1) {
      lengths[line * width + at] =
        expected[line] === found[at]
          ? length(line + 1, at + 1) + 1
          : Math.max(length(line + 1, at), length(line, at + 1));
    }
  }
  for (let line = 0, at = 0; line < expected.length && at < found.length;) {
    if (expected[line] === found[at]) {
      match(line, at);
      line += 1;
      at += 1;
    } else if (length(line + 1, at) >= length(line, at + 1)) line += 1;
    else at += 1;
  }
}
