import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.address-width',
  title: 'A width of addresses that contradicts its mode',
  source:
    'libvirt 11.3: "CPU maximum physical address bits number specification cannot be used with mode=\'passthrough\'", "if using CPU maximum physical address mode=\'passthrough\', bits= must not be specified"',
  *check({ maxphysaddr }) {
    if (maxphysaddr === undefined) return
    if (maxphysaddr.mode === 'passthrough' && maxphysaddr.bits !== undefined)
      yield {
        at: ['maxphysaddr', 'bits'],
        message:
          'Passed through, the width of addresses is the host’s: leave bits out, or set the mode to emulate.',
        fix: { title: 'Leave bits out' },
      }
  },
})
