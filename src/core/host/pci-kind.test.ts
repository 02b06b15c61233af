import { describe, expect, it } from 'vitest'
import { pciAssignability, pciKind } from './pci-kind.ts'

describe('pciKind', () => {
  it('comes from the class code', () => {
    const kinds = Object.fromEntries(
      [
        '0300',
        '0302',
        '0380',
        '0403',
        '0401',
        '0200',
        '0280',
        '0d11',
        '0108',
        '0106',
        '0107',
        '0c03',
        '0604',
        '1080',
      ].map((code) => [code, pciKind(code)]),
    )
    expect(kinds).toEqual({
      '0300': 'gpu',
      '0302': 'gpu',
      '0380': 'gpu',
      '0403': 'audio',
      '0401': 'audio',
      '0200': 'network',
      '0280': 'network',
      '0d11': 'network',
      '0108': 'nvme',
      '0106': 'storage',
      '0107': 'storage',
      '0c03': 'usb-controller',
      '0604': 'bridge',
      '1080': 'other',
    })
    expect(pciKind('0C03')).toBe('usb-controller')
  })
})

describe('pciAssignability', () => {
  it('lets devices go', () => {
    for (const code of ['0300', '0403', '0200', '0108', '0c03', '0805', '1200']) {
      expect(pciAssignability({ class_code: code }), code).toEqual({ assignable: true })
    }
  })

  it('keeps what the host needs, and says why', () => {
    for (const code of ['0600', '0601', '0604', '0607', '0680', '0c05', '0780', '0806', '0500']) {
      const answer = pciAssignability({ class_code: code })
      expect(answer.assignable, code).toBe(false)
      expect(!answer.assignable && answer.reason, code).toMatch(/\.$/)
    }
  })
})
