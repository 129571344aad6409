/** Loaded into a server under test (`node --import`): tells the bench what the whole process has used so far. */
export interface Usage {
  /** Of the whole process, all its threads. */
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() } satisfies Usage);
});
process.on('disconnect', () => process.exit());
