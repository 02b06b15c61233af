import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'firmware.writable-code',
  title: 'A flash image of UEFI that may be written, with variables beside it',
  target: 'libvirt',
  source: 'libvirt 11.3 at the start: "mishandled storage format \'none\'"',
  *check({ loader, nvram, firmware }) {
    const isWritable = loader?.type === 'pflash' && loader.readonly === false && firmware === undefined
    if (!isWritable || nvram?.template === undefined || nvram.format !== undefined) return
    yield {
      at: ['loader', 'readonly'],
      message:
        'The code of UEFI is read-only where its variables have a file of their own; libvirt does not start it otherwise.',
      fix: { title: 'Make it read-only', value: true },
    }
  },
})
