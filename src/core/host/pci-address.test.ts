import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparePciAddresses,
  formatPciAddress,
  parsePciAddress,
  pciAddressFromParts,
  pciAddressParts,
} from './pci-address.ts'

const anyAddress = fc.record({
  domain: fc.nat(0xffffffff),
  bus: fc.nat(0xff),
  slot: fc.nat(0x1f),
  function: fc.nat(7),
})

describe('a PCI address', () => {
  it('is read with and without its domain', () => {
    expect(parsePciAddress('01:00.0')).toEqual({ domain: 0, bus: 1, slot: 0, function: 0 })
    expect(parsePciAddress('0000:C1:1F.7')).toEqual({ domain: 0, bus: 0xc1, slot: 0x1f, function: 7 })
    expect(parsePciAddress('10000:e1:00.0')?.domain).toBe(0x10000)
  })

  it('is refused when it is none', () => {
    for (const text of ['', '1:0.0', '01:20.0', '01:00.8', '01:00', '000:01:00.0', '01:00.0 ', 'g1:00.0']) {
      expect(parsePciAddress(text), text).toBeUndefined()
    }
  })

  it('comes back from both ways of writing it', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parsePciAddress(formatPciAddress(address))).toEqual(address)
        expect(pciAddressFromParts({ ...pciAddressParts(address) })).toEqual({ address, findings: [] })
      }),
    )
  })

  it('is written as libvirt writes it', () => {
    const address = { domain: 0, bus: 1, slot: 0x1f, function: 3 }
    expect(formatPciAddress(address)).toBe('0000:01:1f.3')
    expect(pciAddressParts(address)).toEqual({ domain: '0x0000', bus: '0x01', slot: '0x1f', function: '0x3' })
  })

  it('is in lspci order', () => {
    const texts = ['0000:02:00.0', '0000:00:1f.2', '0001:00:00.0', '0000:00:1f.0']
    const sorted = texts
      .flatMap((text) => parsePciAddress(text) ?? [])
      .sort(comparePciAddresses)
      .map(formatPciAddress)
    expect(sorted).toEqual(['0000:00:1f.0', '0000:00:1f.2', '0000:02:00.0', '0001:00:00.0'])
  })
})

describe('the parts of a PCI address', () => {
  const codes = (parts: Record<string, string | number>) =>
    pciAddressFromParts(parts, ['source']).findings.map(
      (finding) => `${finding.path.join('.')} ${finding.code}`,
    )

  it('may leave out the domain, and be numbers', () => {
    expect(pciAddressFromParts({ bus: 0x10, slot: '0', function: '00' }).address).toEqual({
      domain: 0,
      bus: 16,
      slot: 0,
      function: 0,
    })
  })

  it('are refused where libvirt and lspci would read them differently', () => {
    expect(codes({ bus: '10', slot: '0x00', function: '0' })).toEqual(['source.bus pci-address.not-hex'])
    expect(codes({ bus: '0a', slot: '08', function: '0x0' })).toEqual([
      'source.bus pci-address.not-hex',
      'source.slot pci-address.not-hex',
    ])
  })

  it('are refused out of range, missing and broken', () => {
    expect(codes({ domain: '0x100000000', bus: '0x100', slot: '0x20', function: '0x8' })).toEqual([
      'source.domain pci-address.out-of-range',
      'source.bus pci-address.out-of-range',
      'source.slot pci-address.out-of-range',
      'source.function pci-address.out-of-range',
    ])
    expect(codes({ bus: -1, slot: 1.5, function: '' })).toEqual([
      'source.bus pci-address.out-of-range',
      'source.slot pci-address.not-hex',
      'source.function pci-address.not-hex',
    ])
    expect(codes({ domain: '0x0000' })).toEqual([
      'source pci-address.missing',
      'source pci-address.missing',
      'source pci-address.missing',
    ])
  })
})
