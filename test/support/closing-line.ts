import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with one plain line that any tool can read: `N passed, N failed`. A file that could not run has failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const skipped = count('skipped');
    const line = `${count('passed')} passed, ${count('failed') + broken + errors.length} failed`;
    process.stdout.write(`\n${skipped === 0 ? line : `${line}, ${skipped} skipped`}\n`);
  }
}
