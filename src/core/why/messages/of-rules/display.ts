/** Messages that the rules of displays and video cards foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const displayRuleMessages = {
  'graphics.kind-unsupported': {
    by: 'libvirt',
    says: [
      '{kind} graphics are not supported with this QEMU',
      'unknown graphics type {kind}',
      'multiple OpenGL displays are not supported by QEMU',
    ],
    at: 'devices.graphics',
  },
  'graphics.listen-differs': {
    by: 'libvirt',
    says: [
      "graphics 'listen' attribute '{address}' must match 'address' attribute of first listen element (found '{other}')",
      "graphics 'socket' attribute '{path}' must match 'socket' attribute of first listen element (found '{other}')",
      'missing listen element',
    ],
    at: 'devices.graphics',
  },
  'graphics.spice-tls': {
    by: 'libvirt',
    says: [
      'spice {key} secure requested in XML configuration, but TLS connection is not available',
      'spice {key} insecure requested in XML configuration, but plaintext connection is not available',
    ],
    at: 'devices.graphics',
  },
  'video.driver': {
    by: 'libvirt',
    says: [
      "unsupported rendernode accel attribute without 'vhostuser'",
      '{key} driver option is only supported for virtio devices',
    ],
    at: 'devices.video',
  },
  'video.knob': {
    by: 'libvirt',
    says: [
      "video type '{model}' doesn't support multiple 'heads'",
      "video type '{model}' does not support blob resources",
      "invalid model for video type '{model}'",
    ],
    at: 'devices.video',
  },
  'video.memory': {
    by: 'libvirt',
    says: [
      "value for '{key}' must be at least 1 MiB (1024 KiB)",
      "value for '{key}' must be power of two",
      "value for '{key}' must be less than '{most#}'",
    ],
    at: 'devices.video',
  },
  'video.secondary': { by: 'libvirt', says: ["video type '{model}' is only valid as primary video device"] },
  'vnc.password': {
    by: 'libvirt',
    says: ['VNC password is {count#} characters long, only 8 permitted'],
    at: 'devices.graphics',
  },
} as const satisfies CauseTable
