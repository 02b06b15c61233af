import { atLeast } from '../../host/index.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.loader-with-autoselection',
  title: 'A loader beside firmware autoselection',
  severity: 'warning',
  target: 'libvirt',
  source:
    'older libvirt: "loader attribute \'readonly\' cannot be specified when firmware autoselection is enabled"; 11.3 starts it (seen in the lab)',
  *check(context) {
    const version = context.host?.libvirt
    if (version !== undefined && atLeast(version, '11.3')) return
    const { firmware, loader } = context.domain.os ?? {}
    if (firmware !== 'efi' || loader?.readonly === undefined) return
    yield {
      path: at(context, 'os', 'loader', 'readonly'),
      message:
        'With os.firmware libvirt finds the files itself, and older versions refuse a loader marked readonly beside it. Leave os.firmware or the loader out.',
      fix: removeFix(context, 'Leave the loader out', ['os', 'loader']),
    }
  },
}
