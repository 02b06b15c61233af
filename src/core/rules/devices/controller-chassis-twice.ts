import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('controllers', {
  id: 'controller.chassis-twice',
  title: 'Two PCI ports with one chassis number',
  fixIsSafe: true,
  source: 'QEMU 10.0 at the start: "Can\'t add chassis slot, error -16"',
  same: ({ model, target }) =>
    (model === 'pcie-root-port' || model === 'pcie-switch-downstream-port') && target?.chassis !== undefined
      ? String(Number(target.chassis))
      : undefined,
  at: ['target', 'chassis'],
  says: ({ target }) =>
    `Another port has the chassis ${target?.chassis} already. Leave it out, and libvirt numbers the ports.`,
  fix: { title: 'Leave the chassis out' },
})
