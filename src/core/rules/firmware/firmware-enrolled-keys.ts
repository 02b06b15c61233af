import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'firmware.enrolled-keys',
  title: 'Enrolled keys without Secure Boot',
  source:
    "libvirt 11.3: \"firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled\"",
  *check({ firmware_features: features = [] }) {
    const state = (name: string) => features.find((feature) => feature.name === name)?.enabled
    const index = features.findIndex(({ name }) => name === 'enrolled-keys')
    if (state('enrolled-keys') !== true || state('secure-boot') !== false) return
    yield {
      at: ['firmware_features', index],
      message:
        'Enrolled keys are the keys of Secure Boot, and Secure Boot is off. Switch enrolled-keys off as well, or Secure Boot on.',
      fix: { title: 'Switch enrolled-keys off', at: ['firmware_features', index, 'enabled'], value: false },
    }
  },
})
