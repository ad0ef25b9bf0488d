// Loaded into a measured process with `node --import`: sends its CPU time and memory to the parent on request.
process.on("message", (message) => {
  if (message !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, memoryBytes: process.memoryUsage.rss() });
});
process.on("disconnect", () => process.exit());
