import { describe, expect, test } from 'vitest'
import { type HostFacts, readHostText } from '../host/index.ts'
import { readSpecs } from '../spec/index.ts'
import { checkDesign } from './index.ts'

/** A design that gives these functions of the host: '01:00.0'. */
function found(host: HostFacts | undefined, ...functions: readonly string[]) {
  const hostdevs = functions.map((one) => {
    const [, bus, slot, fn] = /^(..):(..)\.(.)$/.exec(one) ?? []
    return `{type: pci, source: {bus: "0x${bus}", slot: "0x${slot}", function: "0x${fn}"}}`
  })
  const text = `vms:\n  g: {ram: 2G, libvirt: {devices: {memballoon: {model: none}, hostdevs: [${hostdevs.join(', ')}]}}}\n`
  const { designs, findings } = readSpecs(text)
  expect(findings).toEqual([])
  return designs.flatMap((design) => checkDesign(design, host)).filter(({ code }) => code.startsWith('host.'))
}

const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code }) => code)

/** As the page's command prints it; without drivers as the plain `lspci -nns`. */
function listing(withDrivers: boolean, indent = '\t'): HostFacts {
  const devices = [
    ['1', '01:00.0 VGA compatible controller [0300]: NVIDIA GK106 [10de:11c0] (rev a1)', 'nouveau'],
    ['1', '01:00.1 Audio device [0403]: NVIDIA GK106 HDMI [10de:0e0b] (rev a1)', 'snd_hda_intel'],
    ['1', '01:00.2 USB controller [0c03]: NVIDIA TU106 USB [10de:1ada] (rev a1)', 'xhci_hcd'],
    ['2', '02:00.0 VGA compatible controller [0300]: AMD Navi 21 [1002:73bf] (rev c1)', 'amdgpu'],
    ['3', '02:00.1 Audio device [0403]: AMD Navi 21 HDMI [1002:ab28]', 'snd_hda_intel'],
    ['4', '02:00.3 USB controller [0c03]: AMD Raphael USB [1022:15b6]', 'xhci_hcd'],
  ]
  const lines = devices.flatMap(([group, device, driver]) => [
    `IOMMU Group ${group} ${device}`,
    ...(withDrivers
      ? [`${indent}Subsystem: ASUS [1043:8521]`, `${indent}Kernel driver in use: ${driver}`]
      : []),
  ])
  const { sources, findings } = readHostText(`${lines.join('\n')}\n`)
  expect(findings).toEqual([])
  expect(sources).toHaveLength(1)
  return sources[0]?.facts ?? {}
}

describe('a part of a graphics card', () => {
  test('is an error of its group where drivers are known, by the listing of the page', () => {
    expect(codes(listing(true), '01:00.0')).toEqual(['host.group-partial'])
    expect(codes(listing(true), '01:00.0', '01:00.1', '01:00.2')).toEqual([])
    // As a forum shows it.
    expect(codes(listing(true, ''), '01:00.0')).toEqual(['host.group-partial'])
  })

  test('is a finding where no driver is known', () => {
    const [finding] = found(listing(false), '01:00.0', '01:00.2')
    expect(finding).toMatchObject({ code: 'host.slot-partial', severity: 'warning' })
    expect(finding?.message).toContain('01:00.1')
    expect(finding?.message).not.toContain('01:00.2')
    expect(finding?.fix?.changes).toHaveLength(1)
    expect(codes(listing(false), '01:00.0')).toEqual(['host.slot-partial'])
  })

  test('is a finding where the rest is held for guests already', () => {
    const host = listing(true)
    const pci = host.pci?.map((one) => ({ ...one, driver: 'vfio-pci' })) ?? []
    expect(codes({ ...host, pci }, '01:00.0')).toEqual(['host.slot-partial'])
  })

  test('is its sound, not what else the slot of a processor has', () => {
    expect(found(listing(true), '02:00.0').map(({ message }) => message)).toEqual([
      expect.stringMatching(/02:00\.1 [^,]*, a function of the same card/),
    ])
    expect(codes(listing(true), '02:00.0', '02:00.1')).toEqual([])
  })
})

describe('what is left to the host', () => {
  const all = ['01:00.0', '01:00.1', '01:00.2', '02:00.0', '02:00.1'] as const

  test('is nothing when all cards are given, and the only one is another thing', () => {
    const [finding] = found(listing(true), ...all)
    expect(finding).toMatchObject({ code: 'host.only-gpu' })
    expect(finding?.message).toContain('All 2 graphics cards of the host go to the guest')
    expect(finding?.message).not.toContain('only graphics card')
    const host = listing(true)
    const single = { ...host, pci: host.pci?.filter(({ address }) => address.bus === 1) ?? [] }
    expect(found(single, '01:00.0', '01:00.1', '01:00.2')[0]?.message).toContain('is the only graphics card')
  })

  test('is not a card that vfio-pci has', () => {
    const host = listing(true)
    const pci = host.pci?.map((one) => (one.address.bus === 2 ? { ...one, driver: 'vfio-pci' } : one)) ?? []
    expect(codes({ ...host, pci }, '01:00.0', '01:00.1', '01:00.2')).toEqual(['host.only-gpu'])
    expect(codes({ ...host, pci }, '02:00.0', '02:00.1')).toEqual([])
  })
})

test('groups in a listing prove an IOMMU, whatever else was said', () => {
  const given = ['01:00.0', '01:00.1', '01:00.2'] as const
  expect(codes({ ...listing(true), iommu: false }, ...given)).toEqual([])
  expect(codes({ iommu: false }, ...given)).toEqual(['host.iommu-off'])
})

describe('a design made for a card of the host', () => {
  const gpuMissing = (libvirt: string, host?: HostFacts) =>
    readSpecs(`vms:\n  g: {ram: 2G, libvirt: ${libvirt}}\n`)
      .designs.flatMap((design) => checkDesign(design, host))
      .filter(({ code }) => code === 'hostdev.gpu-missing')
      .map(({ path }) => path.join('.'))

  test.each([
    ['shmem of Looking Glass', '{devices: {shmem: [{name: looking-glass}]}}'],
    ['a display and no video card', '{devices: {video: [{model: none}], graphics: [{type: spice}]}}'],
    [
      'KVM hidden from a driver',
      '{features: {kvm: {hidden: on}, hyperv: {vendor_id: {state: on, value: x}}}}',
    ],
  ])('says that there is none: %s', (_, libvirt) => {
    expect(gpuMissing(libvirt)).toEqual(['libvirt.devices.hostdevs'])
  })

  test('is content with any function that may be one, and not with one that is something else', () => {
    const withDevice = (bus: string) =>
      `{devices: {shmem: [{name: looking-glass}], hostdevs: [{type: pci, source: {bus: "0x${bus}", slot: "0x00", function: "0x1"}}]}}`
    expect(gpuMissing(withDevice('05'), listing(true))).toEqual([])
    expect(gpuMissing(withDevice('01'))).toEqual([])
    expect(gpuMissing(withDevice('01'), listing(true))).toEqual(['libvirt.devices.hostdevs'])
  })

  test('is none without a hint of it', () => {
    expect(gpuMissing('{devices: {video: [{model: none}]}}')).toEqual([])
    expect(gpuMissing('{features: {kvm: {hidden: on}}}')).toEqual([])
  })
})
