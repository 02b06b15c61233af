import { describe, expect, test } from 'vitest'
import { videoModels } from '../domain/index.ts'
import { readIommuListing } from '../host/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { gpuModels, recommendGpuModel } from './gpu-models.ts'

const { devices } = readIommuListing(
  [
    'IOMMU Group 13 01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GK106 [GeForce GTX 660] [10de:11c0] (rev a1)',
    'IOMMU Group 16 05:00.0 Network controller [0280]: Intel Corporation Wireless 7260 [8086:08b1] (rev bb)',
  ].join('\n'),
)

const pci = (bus: string) => ({
  type: 'pci' as const,
  source: { domain: '0x0000', bus, slot: '0x00', function: '0x0' },
})
const recommend = (spec: VmSpec, host = devices) => recommendGpuModel({ name: 'vm', spec }, host)

test('every model that the table of video cards has is a row, once', () => {
  expect(gpuModels.map(({ model }) => model).toSorted()).toEqual([...videoModels].toSorted())
})

test('the models of other hypervisors say whose they are', () => {
  const others = gpuModels.filter(({ otherHypervisor }) => otherHypervisor !== undefined)
  expect(others.map(({ model }) => model)).toEqual(['xen', 'vbox', 'gop'])
})

describe('recommendGpuModel', () => {
  test('virtio for a Linux guest, named by its distribution', () => {
    expect(recommend({ source: { kind: 'cloud_image', distro: 'fedora' } })).toEqual({
      model: 'virtio',
      reason: 'No GPU is passed through, and fedora has its driver (Linux 4.16).',
    })
  })

  test('none with a GPU of the host, by the name of the card', () => {
    const spec = { libvirt: { devices: { hostdevs: [pci('0x05'), pci('0x01')] } } }
    expect(recommend(spec)).toEqual({
      model: 'none',
      reason: 'The guest has a GPU of its own: GeForce GTX 660.',
    })
  })

  test('a network card of the host changes nothing', () => {
    expect(recommend({ libvirt: { devices: { hostdevs: [pci('0x05')] } } }).model).toBe('virtio')
  })

  test('none for a PCI device that no listing knows, since it is mostly a GPU', () => {
    expect(recommend({ libvirt: { devices: { hostdevs: [pci('0x05')] } } }, []).model).toBe('none')
  })

  test('an address that is none yet says nothing', () => {
    expect(recommend({ libvirt: { devices: { hostdevs: [{ type: 'pci', source: {} }] } } }).model).toBe(
      'virtio',
    )
  })

  test('cirrus for a BIOS machine of the old kind that boots a CD', () => {
    const rescue: VmSpec = { machine: 'pc', libvirt: { os: { boot: [{ dev: 'cdrom' }] } } }
    expect(recommend(rescue).model).toBe('cirrus')
    expect(recommend({ ...rescue, firmware: 'uefi-insecure' }).model).toBe('virtio')
    expect(recommend({ ...rescue, machine: 'q35' }).model).toBe('virtio')
  })

  test('vga when the design speaks of Windows; a vendor id alone does not', () => {
    expect(recommend({ libvirt: { clock: { offset: 'localtime' } } }).model).toBe('vga')
    expect(recommend({ libvirt: { features: { hyperv: { relaxed: 'on' } } } }).model).toBe('vga')
    expect(recommend({ libvirt: { features: { hyperv: { vendor_id: { state: 'on' } } } } }).model).toBe(
      'virtio',
    )
  })
})
