import { describe, expect, it } from 'vitest'
import type { HostFacts, UsbDevice } from './facts.ts'
import { whyNotAssignable } from './obstacles.ts'
import { parsePciAddress } from './pci-address.ts'
import { type PciDevice, pciDeviceSchema } from './pci-device.ts'
import { usbIdentities } from './usb-identity.ts'
import { mdevOffers, sriovOffers } from './virtual-functions.ts'

const device = (address: string, classCode: string, more: Partial<PciDevice> = {}): PciDevice => ({
  ...pciDeviceSchema.parse({ address, class_code: classCode, vendor_id: '10de', device_id: '11c0' }),
  ...more,
})
const obstacles = (facts: HostFacts, address: string) =>
  whyNotAssignable(facts, parsePciAddress(address) ?? { domain: 0, bus: 0, slot: 0, function: 0 }).map(
    ({ kind, firm }) => (firm ? `${kind}!` : kind),
  )

describe('whyNotAssignable', () => {
  const card = device('0000:01:00.0', '0300', { iommu_group: 1, driver: 'nouveau' })
  const second = device('0000:02:00.0', '0300', { iommu_group: 2, driver: 'amdgpu' })

  it('has nothing against a free device, and knows nothing of others', () => {
    expect(obstacles({ pci: [card, second] }, '01:00.0')).toEqual([])
    expect(obstacles({ pci: [card] }, '09:00.0')).toEqual([])
    expect(whyNotAssignable(undefined, card.address)).toEqual([])
  })

  it('keeps bridges, groups with a function of the host, and devices without a group', () => {
    const bridge = device('0000:00:01.0', '0604', { iommu_group: 1, driver: 'pcieport' })
    const isa = device('0000:00:1f.0', '0601', { iommu_group: 12, driver: 'lpc_ich' })
    const sata = device('0000:00:1f.2', '0106', { iommu_group: 12, driver: 'ahci' })
    const lost = device('0000:07:00.0', '0200')
    const pci = [card, second, bridge, isa, sata, lost]
    expect(obstacles({ pci }, '00:01.0')).toEqual(['class!'])
    expect(obstacles({ pci }, '00:1f.2')).toEqual(['group!'])
    expect(obstacles({ pci }, '07:00.0')).toEqual(['no-group!'])
    expect(obstacles({ pci }, '01:00.0')).toEqual([])
    expect(obstacles({ pci: [lost], iommu: false }, '07:00.0')).toEqual(['iommu-off!'])
    // Groups are there only where the IOMMU is on, whatever else was said.
    expect(obstacles({ pci, iommu: false }, '01:00.0')).toEqual([])
  })

  it('knows the boot disk, other file systems and the default route', () => {
    const nvme = device('0000:03:00.0', '0108', {
      iommu_group: 3,
      in_use: ['mounted at /', 'mounted at /home'],
    })
    const data = device('0000:04:00.0', '0108', { iommu_group: 4 })
    const nic = device('0000:05:00.0', '0200', { iommu_group: 5, in_use: ['default route'] })
    const facts: HostFacts = {
      pci: [nvme, data, nic],
      block_devices: [{ path: '/dev/disk/by-id/x', pci: '0000:04:00.0', mounts: ['/srv'] }],
    }
    expect(obstacles(facts, '03:00.0')).toEqual(['boot-disk!', 'mounted'])
    expect(obstacles(facts, '04:00.0')).toEqual(['mounted'])
    expect(obstacles(facts, '05:00.0')).toEqual(['default-route'])
    expect(whyNotAssignable(facts, nvme.address)[0]?.sentence).toBe(
      'The host runs from this: / is mounted from it.',
    )
  })

  it('knows the only card, the boot display, missing resets and parents of virtual functions', () => {
    expect(obstacles({ pci: [card] }, '01:00.0')).toEqual(['only-gpu'])
    // A card that vfio-pci has already shows nothing of the host.
    expect(obstacles({ pci: [card, { ...second, driver: 'vfio-pci' }] }, '01:00.0')).toEqual(['only-gpu'])
    expect(obstacles({ pci: [{ ...card, boot_vga: true }, second] }, '01:00.0')).toEqual(['boot-display'])
    // With the second one given too, none is left.
    const both = whyNotAssignable({ pci: [card, second] }, card.address, new Set(['0000:02:00.0']))
    expect(both.map(({ kind }) => kind)).toEqual(['only-gpu'])
    expect(both[0]?.sentence).toContain('none is left to the host')
    expect(obstacles({ pci: [{ ...card, reset_methods: [] }, second] }, '01:00.0')).toEqual(['no-reset'])
    const nic = device('0000:05:00.0', '0200', { iommu_group: 5, sriov: { most: 7, now: 1 } })
    const vf = device('0000:05:10.0', '0200', { iommu_group: 6, physical_function: nic.address })
    expect(obstacles({ pci: [nic, vf] }, '05:00.0')).toEqual(['sriov-parent'])
    expect(obstacles({ pci: [nic, vf] }, '05:10.0')).toEqual([])
  })
})

describe('usbIdentities', () => {
  const stick = (more: Partial<UsbDevice>): UsbDevice => ({
    vendor_id: '046d',
    product_id: 'c52b',
    name: 'Receiver',
    ...more,
  })

  it('names a device by its ids, twins by their port', () => {
    const alone = usbIdentities({ usb: [stick({ bus: 1, device: 4, port: '1-4' })] })[0]
    expect(alone).toMatchObject({
      twin: false,
      title: 'Receiver',
      source: { vendor: '0x046d', product: '0xc52b' },
    })
    const usb = [stick({ bus: 1, device: 4, port: '1-4.2' }), stick({ bus: 1, device: 5, port: '1-5' })]
    const [first, second] = usbIdentities({ usb, libvirt: '11.3.0' })
    expect(first).toMatchObject({
      twin: true,
      title: 'Receiver at port 1-4.2',
      source: { bus: '1', port: '4.2' },
    })
    expect(second?.source).toEqual({ bus: '1', port: '5' })
    expect(usbIdentities({ usb, libvirt: '9.0.0' })[0]?.source).toEqual({ bus: '1', device: '4' })
    expect(
      usbIdentities({ usb: [stick({ bus: 1, device: 4 }), stick({ bus: 1, device: 5 })] })[0],
    ).toMatchObject({
      source: { bus: '1', device: '4' },
      sentence: expect.stringContaining('lsusb -t'),
    })
  })

  it('leaves hubs with the host', () => {
    const usb: UsbDevice[] = [
      { vendor_id: '1d6b', product_id: '0002' },
      { vendor_id: '05e3', product_id: '0610', class_code: '09' },
    ]
    expect(usbIdentities({ usb }).map(({ assignable }) => assignable)).toEqual([false, false])
  })
})

describe('virtual functions and mediated devices', () => {
  const parent = device('0000:05:00.0', '0200', {
    sriov: { most: 7, now: 1 },
    mdev_types: [{ type: 'nvidia-35', name: 'GRID', available: 2 }],
  })
  const vf = device('0000:05:10.0', '0200', { physical_function: parent.address })
  const facts: HostFacts = { pci: [vf, parent], mdevs: [{ uuid: 'x', parent: '0000:05:00.0' }] }

  it('are offered with what makes them', () => {
    expect(sriovOffers(facts)).toEqual([
      {
        parent,
        most: 7,
        now: 1,
        functions: [vf],
        command: 'echo 1 > /sys/bus/pci/devices/0000:05:00.0/sriov_numvfs',
        sentence: '1 virtual function of 7; each can go to a guest while the host keeps the card.',
      },
    ])
    expect(mdevOffers(facts)).toMatchObject([
      {
        types: [{ command: 'mdevctl start --uuid "$UUID" --parent 0000:05:00.0 --type nvidia-35' }],
        devices: [{ uuid: 'x' }],
      },
    ])
    expect(sriovOffers({ pci: [device('0000:05:00.0', '0200')] })).toEqual([])
    expect(mdevOffers(undefined)).toEqual([])
  })
})
