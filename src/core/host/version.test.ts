import { describe, expect, it } from 'vitest'
import { atLeast, compareVersions } from './version.ts'

describe('versions', () => {
  it('are compared number by number', () => {
    expect(compareVersions('11.3.0', '9.10.0')).toBeGreaterThan(0)
    expect(compareVersions('6.2.0', '6.10')).toBeLessThan(0)
    expect(compareVersions('11.3', '11.3.0')).toBe(0)
  })

  it('may carry what a distribution adds', () => {
    expect(atLeast('7.2.19 (Debian 1:7.2+dfsg-7)', '7.2.19')).toBe(true)
    expect(atLeast('10.0.2-1ubuntu1', '10.0.3')).toBe(false)
    expect(atLeast('v9.0.0rc1', '9')).toBe(true)
  })
})
