/** Runs tasks one after another, in the order of their calls; a task that fails stops no other. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => {});
    return result;
  }

  /** Resolves when all that was asked so far is done. */
  async settled(): Promise<void> {
    await this.last;
  }
}
