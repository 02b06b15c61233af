import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'hyperv.spinlocks',
  title: 'Too few spinlock retries',
  source: 'libvirt 11.3: "HyperV spinlock retry count must be at least 4095"',
  *check({ hyperv }) {
    const retries = hyperv?.spinlocks?.retries
    if (retries === undefined || retries >= 4095) return
    yield {
      at: ['hyperv', 'spinlocks', 'retries'],
      message: `${retries} spinlock retries are too few. libvirt: “HyperV spinlock retry count must be at least 4095”. 8191 is usual.`,
      fix: { title: 'Set retries to 8191', value: 8191 },
    }
  },
})
