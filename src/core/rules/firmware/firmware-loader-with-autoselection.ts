import { atLeast } from '../../host/index.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'firmware.loader-with-autoselection',
  title: 'A loader beside firmware autoselection',
  severity: 'warning',
  target: 'libvirt',
  source:
    'older libvirt: "loader attribute \'readonly\' cannot be specified when firmware autoselection is enabled"; from 9.2 on it writes the files that it found beside firmware itself, and takes them back (seen in the lab)',
  *check({ firmware, loader }, context) {
    if (firmware !== 'efi' || loader?.readonly === undefined) return
    const version = context.host?.libvirt
    const isWritten = (loader.value ?? '') !== ''
    if (version === undefined ? isWritten : atLeast(version, isWritten ? '9.2' : '11.3')) return
    yield {
      at: ['loader', 'readonly'],
      message:
        'With os.firmware libvirt finds the files itself, and older versions refuse a loader marked readonly beside it. Leave os.firmware or the loader out.',
      fix: { title: 'Leave the loader out', at: ['loader'] },
    }
  },
})
