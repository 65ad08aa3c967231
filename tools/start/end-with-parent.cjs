// Loaded into each service before its own code: when whoever started it is gone, also by SIGKILL, it ends as on SIGTERM.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
