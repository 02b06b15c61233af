import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'firmware.features-alone',
  title: 'Features of a firmware that nobody is to look for',
  target: 'libvirt',
  source:
    'libvirt 11.3: "cannot use feature-based firmware autoselection when firmware autoselection is disabled"',
  *check({ firmware, firmware_features: features = [] }) {
    if (firmware !== undefined || features.length === 0) return
    yield {
      at: ['firmware_features'],
      message:
        'libvirt looks for a firmware with these features only when firmware says which kind. Leave them out.',
      fix: { title: 'Leave the features out' },
    }
  },
})
