import type { Rule } from '../support/rule.ts'

const declaration = ['xmlns:qemu', 'http://libvirt.org/schemas/domain/qemu/1.0'] as const

export const rule: Rule = {
  id: 'qemu.namespace',
  title: 'QEMU options without their namespace',
  target: 'libvirt',
  source: 'libvirt 11.3, seen: <qemu:commandline> without xmlns:qemu is dropped at define without a word',
  *check({ domain, spec }) {
    const { attributes = [], children = [] } = domain.$rest ?? {}
    const isUsed = children.some(({ xml }) => /^<qemu:(?![^>]*\sxmlns:qemu)/.test(xml))
    if (!isUsed || attributes.some(([name]) => name === declaration[0])) return
    yield {
      path: ['libvirt', '$rest'],
      message: 'libvirt drops <qemu:…> elements in silence unless the domain declares their namespace.',
      fix: {
        title: 'Declare xmlns:qemu',
        changes: [
          {
            path: ['libvirt', '$rest', 'attributes'],
            value: [...(spec.libvirt?.$rest?.attributes ?? []), declaration],
          },
        ],
      },
    }
  },
}
