/** What Next traces though these pages have no images to resize. */
const UNUSED_PACKAGES = ['@img', 'detect-libc', 'semver', 'sharp'];

/** @type {import('next').NextConfig} */
const nextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  // Files of the build hold its name: the same commit has to give the same files.
  generateBuildId: () => process.env['GIT_COMMIT'] ?? null,
  // A trailing slash is settled by our own routes: Next's redirect would repeat the key in Location.
  skipTrailingSlashRedirect: true,
  // One instance of each in the process, whichever of Next's three bundles imports it.
  serverExternalPackages: [
    'ioredis',
    'pino',
    'prom-client',
    'rate-limiter-flexible',
    'undici',
    // Loaded only where they are configured.
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
    '@sentry/core',
  ],
  outputFileTracingExcludes: { '*': UNUSED_PACKAGES.map((name) => `node_modules/${name}/**`) },
};

export default nextConfig;
