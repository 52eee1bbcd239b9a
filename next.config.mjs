/** @type {import('next').NextConfig} */
const nextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
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
};

export default nextConfig;
