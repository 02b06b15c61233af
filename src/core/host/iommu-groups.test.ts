import { describe, expect, it } from 'vitest'
import { iommuGroups, withoutIommuGroup } from './iommu-groups.ts'
import { readIommuListing } from './iommu-listing.ts'
import { formatPciAddress } from './pci-address.ts'

/** `group address class [driver]` a line. */
function host(...lines: string[]) {
  const text = lines.map((line) => {
    const [group, address, code, driver] = line.split(' ')
    const device = `${address} Thing [${code}]: Acme Thing [1234:5678]`
    const below = driver === undefined ? '' : `\n\tKernel driver in use: ${driver}`
    return `${group === '-' ? '' : `IOMMU Group ${group} `}${device}${below}`
  })
  return readIommuListing(text.join('\n')).devices
}

const one = (...lines: string[]) => {
  const [group] = iommuGroups(host(...lines))
  return (
    group && {
      ...group,
      selectable: group.selectable.map(({ address }) => formatPciAddress(address).slice(5)),
    }
  )
}

describe('iommuGroups', () => {
  it('sorts groups by number and functions by address', () => {
    const groups = iommuGroups(host('10 02:00.0 0200', '9 01:00.1 0403', '9 01:00.0 0300', '- 05:00.0 0108'))
    expect(groups.map((group) => [group.id, group.devices.map(({ address }) => address.function)])).toEqual([
      [9, [0, 1]],
      [10, [0]],
    ])
  })

  it('leaves functions without a group to another list', () => {
    const devices = host('1 01:00.0 0300', '- 05:00.0 0108')
    expect(withoutIommuGroup(devices).map(({ address }) => address.bus)).toEqual([5])
  })

  it('gives a device that is alone', () => {
    expect(one('1 01:00.0 0300', '1 01:00.1 0403')).toMatchObject({
      selectable: ['01:00.0', '01:00.1'],
      isolated: true,
      sentence: '2 functions · isolated',
    })
    expect(one('1 01:00.0 0108')).toMatchObject({ sentence: '1 function · isolated' })
  })

  it('leaves a root port with the host, whatever drives it', () => {
    expect(one('1 00:01.0 0604 pcieport', '1 01:00.0 0300', '1 01:00.1 0403')).toMatchObject({
      selectable: ['01:00.0', '01:00.1'],
      isolated: false,
      sentence: '3 functions · shared with a bridge',
    })
    expect(one('1 00:01.0 0600', '1 00:01.1 0604', '1 01:00.0 0300')?.sentence).toBe(
      '3 functions · shared with 2 bridges',
    )
  })

  it('says when several devices go together', () => {
    expect(one('1 01:00.0 0200', '1 02:00.0 0108', '1 02:00.1 0108')).toMatchObject({
      selectable: ['01:00.0', '02:00.0', '02:00.1'],
      isolated: false,
      sentence: '3 functions · 2 devices that go together',
    })
  })

  it('keeps a group with a chipset function that the host drives', () => {
    const group = one('12 00:1f.0 0601', '12 00:1f.2 0106', '12 00:1f.3 0c05')
    expect(group).toMatchObject({ selectable: [], sentence: '3 functions · held by the Thing 0000:00:1f.0' })
    expect(group?.reason).toContain('Group 12 is not viable')
    expect(one('3 00:14.0 0c03', '3 00:14.2 0500')?.selectable).toEqual(['00:14.0'])
    expect(one('3 00:14.0 0c03', '3 00:14.2 0500 pmc_core')?.selectable).toEqual([])
    expect(one('12 00:1f.0 0601 vfio-pci', '12 00:1f.2 0106')?.selectable).toEqual(['00:1f.2'])
  })

  it('says why nothing of a group can go', () => {
    expect(one('0 00:00.0 0600')).toMatchObject({
      selectable: [],
      sentence: '1 function · stays with the host',
    })
    expect(one('0 00:00.0 0600')?.reason).toMatch(/host bridge/i)
  })
})
