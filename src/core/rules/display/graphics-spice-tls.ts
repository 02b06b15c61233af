import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.spice-tls',
  title: 'Encrypted SPICE, which needs certificates on the host',
  severity: 'advice',
  target: 'libvirt',
  source:
    'libvirt 11.3: "spice TLS port set in XML configuration, but TLS is disabled in qemu.conf", "spice defaultMode secure requested in XML configuration, but TLS connection is not available"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      if (item.type !== 'spice') continue
      const key =
        item.tls_port !== undefined && item.tls_port !== 0
          ? 'tls_port'
          : item.default_mode === 'secure'
            ? 'default_mode'
            : undefined
      if (key === undefined) continue
      yield {
        path: at(context, ...path, key),
        message:
          'libvirt encrypts SPICE when spice_tls = 1 stands in /etc/libvirt/qemu.conf and there are certificates; else it refuses the VM.',
        fix: removeFix(context, `Leave ${key} out`, [...path, key]),
      }
    }
  },
}
