import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.features-alone',
  title: 'Features of a firmware that nobody is to look for',
  severity: 'error',
  target: 'libvirt',
  source:
    'libvirt 11.3: "cannot use feature-based firmware autoselection when firmware autoselection is disabled"',
  *check(context) {
    const { firmware, firmware_features: features = [] } = context.domain.os ?? {}
    if (firmware !== undefined || features.length === 0) return
    yield {
      at: ['os', 'firmware_features'],
      message:
        'libvirt looks for a firmware with these features only when firmware says which kind. Leave them out.',
      fix: { title: 'Leave the features out' },
    }
  },
}
