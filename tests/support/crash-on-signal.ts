/**
 * Preloaded into the server, this lets a test do to any of its processes what no request should be able
 * to: SIGUSR2 makes it warn, lose a rejection and throw, with texts that no log may repeat.
 */
process.on('SIGUSR2', () => {
  process.emitWarning('careful with someone@example.gov.uk');
  void Promise.reject(new TypeError('nobody handles someone@example.gov.uk'));
  setImmediate(() => {
    throw new RangeError('nobody catches someone@example.gov.uk');
  });
});
