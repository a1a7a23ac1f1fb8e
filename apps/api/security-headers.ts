import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  // the component library writes its styles into the page
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, errors included. */
export function addSecurityHeaders(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      reply.headers({
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self)',
        ...(request.protocol === 'https' && { 'strict-transport-security': 'max-age=31536000' }),
        ...(request.url.startsWith('/api/') && { 'cache-control': 'no-store' }),
      });
      done();
    });
}
