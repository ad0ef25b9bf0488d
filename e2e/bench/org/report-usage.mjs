// Loaded into a process that is measured (`node --import`): it tells its parent, when asked, what it has used.
process.on("message", (message) => {
  if (message !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, memoryBytes: process.memoryUsage.rss() });
});
process.on("disconnect", () => process.exit());
