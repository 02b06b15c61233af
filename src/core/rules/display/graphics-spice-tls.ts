import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'graphics.spice-tls',
  title: 'Encrypted SPICE, which needs certificates on the host',
  severity: 'advice',
  target: 'libvirt',
  source:
    'libvirt 11.3: "spice TLS port set in XML configuration, but TLS is disabled in qemu.conf", "spice defaultMode secure requested in XML configuration, but TLS connection is not available"',
  check(display) {
    if (display.type !== 'spice') return undefined
    const key =
      display.tls_port !== undefined && display.tls_port !== 0
        ? 'tls_port'
        : display.default_mode === 'secure'
          ? 'default_mode'
          : undefined
    if (key === undefined) return undefined
    return {
      at: [key],
      message:
        'libvirt encrypts SPICE when spice_tls = 1 stands in /etc/libvirt/qemu.conf and there are certificates; else it refuses the VM.',
      fix: { title: `Leave ${key} out` },
    }
  },
})
