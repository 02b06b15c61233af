import { describe, expect, it } from 'vitest'
import type { HostFacts, UsbDevice } from './facts.ts'
import { mergeHostFacts } from './merge-facts.ts'
import type { PciDevice } from './pci-device.ts'

const gpu: PciDevice = {
  address: { domain: 0, bus: 1, slot: 0, function: 0 },
  class_code: '0300',
  class_name: 'VGA compatible controller',
  name: 'NVIDIA Corporation GK106',
  vendor_id: '10de',
  device_id: '11c0',
  iommu_group: 13,
}
const stick = (more: Partial<UsbDevice>): UsbDevice => ({ vendor_id: '046d', product_id: 'c52b', ...more })
const usbOf = (...parts: HostFacts[]) => mergeHostFacts(parts).facts.usb

describe('mergeHostFacts', () => {
  it('is empty of nothing, and changes nothing of one', () => {
    expect(mergeHostFacts([])).toEqual({ facts: {}, findings: [] })
    const facts: HostFacts = { arch: 'x86_64', pci: [gpu], user: { name: 'me' }, unread: ['x'] }
    expect(mergeHostFacts([facts])).toEqual({ facts, findings: [] })
    expect(mergeHostFacts([facts, facts])).toEqual({ facts, findings: [] })
  })

  it('joins functions by address: what knows more keeps it', () => {
    const bare: PciDevice = { ...gpu, class_code: 'ffff', class_name: '', name: '', driver: 'vfio-pci' }
    const { facts, findings } = mergeHostFacts([{ pci: [gpu] }, { pci: [bare] }])
    expect(facts.pci).toEqual([{ ...gpu, driver: 'vfio-pci' }])
    expect(findings).toEqual([])
  })

  it('joins maps by key, nodes by number and pools by size', () => {
    const { facts } = mergeHostFacts([
      {
        user: { name: 'me', uid: 1000 },
        numa: [{ node: 0, cpus: '0-3', huge_pages: [{ size_kib: 2048, total: 4 }] }],
      },
      { user: { gid: 100 }, numa: [{ node: 0, memory_kib: 8, huge_pages: [{ size_kib: 2048, total: 8 }] }] },
    ])
    expect(facts.user).toEqual({ name: 'me', uid: 1000, gid: 100 })
    expect(facts.numa).toEqual([
      { node: 0, cpus: '0-3', memory_kib: 8, huge_pages: [{ size_kib: 2048, total: 8 }] },
    ])
  })

  it('takes memory of the whole host for no node of several', () => {
    const { facts } = mergeHostFacts([
      {
        numa: [
          { node: 0, cpus: '0', memory_kib: 5 },
          { node: 1, cpus: '1', memory_kib: 5 },
        ],
      },
      { numa: [{ node: 0, memory_kib: 10 }] },
    ])
    expect(facts.numa?.map(({ memory_kib: kib }) => kib)).toEqual([5, 5])
  })

  it('knows USB devices again by port, by number, by ids when they are unique', () => {
    const first = {
      usb: [stick({ bus: 1, device: 4, port: '1-4' }), stick({ bus: 1, device: 5, port: '1-5' })],
    }
    expect(usbOf(first, { usb: [stick({ port: '1-5', device: 9, name: 'Receiver' })] })).toEqual([
      first.usb[0],
      stick({ bus: 1, device: 9, port: '1-5', name: 'Receiver' }),
    ])
    expect(
      usbOf(first, {
        usb: [stick({ bus: 1, device: 4, name: 'A' }), stick({ bus: 1, device: 5, name: 'B' })],
      }),
    ).toEqual([
      stick({ bus: 1, device: 4, port: '1-4', name: 'A' }),
      stick({ bus: 1, device: 5, port: '1-5', name: 'B' }),
    ])
    const alone = { usb: [stick({ bus: 1, device: 4, port: '1-4' })] }
    expect(usbOf(alone, { usb: [stick({ bus: 1, device: 7 })] })).toEqual([
      stick({ bus: 1, device: 7, port: '1-4' }),
    ])
    // The number belongs to another device now.
    const other: UsbDevice = { vendor_id: '1234', product_id: '5678', bus: 1, device: 4 }
    expect(usbOf({ usb: [stick({ bus: 1, device: 4 })] }, { usb: [other] })).toEqual([other])
  })

  it('puts ports of lsusb -t at their devices, in whatever order they came', () => {
    const tree: HostFacts = { usb_ports: [{ bus: 1, device: 4, port: '1-4.2' }] }
    const list: HostFacts = { usb: [stick({ bus: 1, device: 4 })] }
    expect(usbOf(tree, list)).toEqual([stick({ bus: 1, device: 4, port: '1-4.2' })])
    expect(usbOf(list, tree)).toEqual(usbOf(tree, list))
  })

  it('puts groups of sysfs at their functions, unless a listing has said another', () => {
    const { iommu_group: _, ...alone } = gpu
    const groups: HostFacts = { pci_groups: [{ address: '0000:01:00.0', iommu_group: 5 }] }
    const groupsOf = (...parts: HostFacts[]) =>
      mergeHostFacts(parts).facts.pci?.map(({ iommu_group: group }) => group)
    expect(groupsOf(groups, { pci: [alone] })).toEqual([5])
    expect(groupsOf({ pci: [alone] }, groups)).toEqual([5])
    expect(groupsOf({ pci: [gpu] }, groups)).toEqual([13])
  })

  it('does not mix the numbers of cores of two texts', () => {
    const whole: HostFacts = {
      cpu: {
        threads: [
          { cpu: 0, core: 0 },
          { cpu: 1, core: 1 },
          { cpu: 2, core: 2 },
        ],
      },
    }
    const part: HostFacts = { cpu: { threads: [{ cpu: 1, core: 4, socket: 0 }] } }
    const cores = (...parts: HostFacts[]) => mergeHostFacts(parts).facts.cpu?.threads?.map(({ core }) => core)
    expect(cores(whole, part)).toEqual([0, 1, 2])
    expect(cores(part, whole)).toEqual([0, 1, 2])
  })

  it('counts only the CPUs that are on', () => {
    const all: HostFacts = { cpu: { threads: [{ cpu: 0 }, { cpu: 1, online: false }] } }
    expect(mergeHostFacts([all, { cpu: { threads: [{ cpu: 0 }] } }]).findings).toEqual([])
  })

  it('says when the parts are of two machines', () => {
    const { findings } = mergeHostFacts([
      { pci: [gpu], cpu: { model: 'A', threads: [{ cpu: 0 }] } },
      { pci: [{ ...gpu, device_id: '1b80' }], cpu: { model: 'B', threads: [{ cpu: 0 }, { cpu: 1 }] } },
    ])
    expect(findings.map(({ code, message }) => `${code}: ${message.split(':')[0]}`)).toEqual([
      'host.merge.conflict: The processor is A in one text and B in another',
      'host.merge.conflict: The number of CPUs is 1 in one text and 2 in another',
      'host.merge.conflict: At 0000',
    ])
  })

  it('joins what QEMU can do by architecture', () => {
    const { facts } = mergeHostFacts([
      { emulators: [{ arch: 'x86_64', machines: ['q35'], domain_types: ['qemu', 'kvm'] }] },
      {
        emulators: [
          { arch: 'x86_64', machines: ['pc-q35-10.0'], domain_types: ['kvm'], words: { video: ['vga'] } },
        ],
      },
    ])
    expect(facts.emulators).toEqual([
      {
        arch: 'x86_64',
        machines: ['q35', 'pc-q35-10.0'],
        domain_types: ['qemu', 'kvm'],
        words: { video: ['vga'] },
      },
    ])
  })
})
