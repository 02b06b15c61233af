import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.enrolled-keys',
  title: 'Enrolled keys without Secure Boot',
  severity: 'error',
  source:
    "libvirt 11.3: \"firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled\"",
  *check(context) {
    const features = context.domain.os?.firmware_features ?? []
    const state = (name: string) => features.find((feature) => feature.name === name)?.enabled
    const index = features.findIndex(({ name }) => name === 'enrolled-keys')
    if (state('enrolled-keys') !== true || state('secure-boot') !== false) return
    yield {
      at: ['os', 'firmware_features', index],
      message:
        'Enrolled keys are the keys of Secure Boot, and Secure Boot is off. Switch enrolled-keys off as well, or Secure Boot on.',
      fix: {
        title: 'Switch enrolled-keys off',
        at: ['os', 'firmware_features', index, 'enabled'],
        value: false,
      },
    }
  },
}
