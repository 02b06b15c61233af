import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'autostart.needs-libvirt',
  title: 'Autostart without libvirt',
  target: 'qemu',
  source: 'vm.yml: libvirt starts VMs with the host, plain QEMU has nothing that does',
  *check(context) {
    const { autostart, backend } = context.spec
    if (autostart !== true || backend !== 'qemu') return
    yield {
      path: ['autostart'],
      message:
        'Only libvirt starts a VM with the host, and the backend is qemu. Set backend to libvirt, or leave autostart out.',
      fix: { title: 'Set backend to libvirt', changes: [{ path: ['backend'], value: 'libvirt' }] },
    }
  },
}
