import { devicesOf } from '../support/devices.ts'
import { familyOf } from '../support/ip-address.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.address',
  title: 'An IP address that is none, or one too many',
  source:
    'libvirt 11.3: "Invalid address \'10.0.2.15\' in <ip>", "Invalid prefix value \'40\' in <ip>", "Only one IPv4 address per interface is allowed"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const ips = (item.ips ?? []).map((ip, index) => ({ ip, place: [...path, 'ips', index] }))
      for (const { ip, place } of ips) {
        const family = ip.address === undefined ? undefined : familyOf(ip.address)
        const wrong =
          ip.address === undefined
            ? undefined
            : family === undefined
              ? `${ip.address} is no IP address.`
              : ip.family !== undefined && ip.family !== family
                ? `${ip.address} is an ${family} address, not ${ip.family}.`
                : (ip.prefix ?? 0) > (family === 'ipv4' ? 32 : 128)
                  ? `The prefix ${ip.prefix} is longer than the address.`
                  : undefined
        if (wrong !== undefined)
          yield {
            at: place,
            message: `${wrong} Correct it, or leave it out: the guest gets one by DHCP.`,
            fix: { title: 'Leave the address out' },
          }
      }
      if (item.type !== 'user') continue
      for (const { item: second } of repeated(ips, ({ ip }) => familyOf(ip.address ?? '')))
        yield {
          at: second.place,
          message: 'A user network gives the guest one address of each family; this is the second.',
          fix: { title: 'Remove the second' },
        }
    }
  },
}
