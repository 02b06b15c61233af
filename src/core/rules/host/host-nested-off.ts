import { nestedSwitch } from '../../host/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.nested-off',
  title: 'VMs inside this VM on a host that does not allow them',
  severity: 'warning',
  source:
    'Linux, Documentation/virt/kvm/x86/running-nested-guests.rst: the parameter nested of kvm_intel and kvm_amd',
  *check({ host, domain }) {
    const found = nestedSwitch(host, domain)
    if (found === undefined) return
    yield {
      at: found.path,
      message: `The guest is to run VMs of its own, and the module ${found.module} of this host has that switched off. Put the line “${found.line}” into a file below /etc/modprobe.d, and load the module anew with no VM running: host-setup.sh does both.`,
    }
  },
}
