/** What a browser is told about the page: by whom it may be framed, and where it may take anything from. */
import type { Plugin } from 'vite'

/**
 * Nothing is fetched from elsewhere and no inline script runs. Style attributes are how Monaco and the
 * page's dividers place things.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** For whatever serves the page. docs/hosting.md has them for a few servers. */
export const securityHeaders = {
  // Who may frame the page can only be said by header.
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** The policy in the page too, for a host that sends no headers. Only in the build: the development server needs an inline script. */
export function contentSecurity(): Plugin {
  return {
    name: 'vmwright:content-security',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  }
}
