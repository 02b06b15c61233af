import { valueAt } from '../../path.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'feature.incomplete',
  title: 'A feature that is on without its value',
  source:
    "libvirt 11.3: \"missing 'value' attribute for HyperV feature 'vendor_id'\", \"Missing required attribute 'retries' in element 'spinlocks'\", \"Missing required attribute 'size' in element 'dirty-ring'\"",
  *check(context) {
    const { dirty_ring: ring, dirty_ring_size: size } = context.domain.features?.kvm ?? {}
    if (ring === 'on' && size !== undefined && !(size >= 1024 && size <= 65_536 && (size & (size - 1)) === 0))
      yield {
        at: ['features', 'kvm', 'dirty_ring_size'],
        message: `A dirty ring has a power of 2 of entries, from 1024 to 65536, and not ${size}.`,
        fix: { title: 'Take 4096', value: 4096 },
      }
    for (const { state, value, usual } of parts) {
      if (valueAt(context.domain.features, state) !== 'on') continue
      if (valueAt(context.domain.features, value) !== undefined) continue
      yield {
        at: ['features', ...value],
        message: `${state.slice(0, 2).join('.')} is on, and ${value.join('.')} is not said. ${usual} is usual.`,
        fix: { title: `Set it to ${usual}`, value: usual },
      }
    }
  },
}

const parts = [
  { state: ['hyperv', 'vendor_id', 'state'], value: ['hyperv', 'vendor_id', 'value'], usual: 'GenuineIntel' },
  { state: ['hyperv', 'spinlocks', 'state'], value: ['hyperv', 'spinlocks', 'retries'], usual: 8191 },
  { state: ['kvm', 'dirty_ring'], value: ['kvm', 'dirty_ring_size'], usual: 4096 },
] as const
