import { isX86 } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('launch_security', {
  id: 'launch-security.host',
  title: 'Launch security without the processor for it',
  source: 'libvirt 11.3: "\'sev\' launch security is not supported with this QEMU binary"',
  *check({ type }, context) {
    const wanted = type === undefined ? undefined : vendors[type]
    const { cpu_vendor: vendor } = context.host ?? {}
    if (type === undefined || wanted === undefined) return
    const isEmulated = context.domain.type === 'qemu'
    if (isX86(context) && !isEmulated && (vendor === undefined || vendor === wanted)) return
    const needs = `${type} needs a processor of ${wanted === 'AuthenticAMD' ? 'AMD' : 'Intel'}`
    const has = isEmulated
      ? ', and emulation has none'
      : vendor === undefined
        ? ''
        : `, the host has ${vendor}`
    yield { at: [], message: `${needs}${has}. Leave it out.`, fix: { title: 'Leave launch security out' } }
  },
})

const vendors: Readonly<Record<string, string>> = {
  sev: 'AuthenticAMD',
  'sev-snp': 'AuthenticAMD',
  tdx: 'GenuineIntel',
}
