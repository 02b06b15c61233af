import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete } from '../complete/index.ts'
import type { Domain } from '../domain/index.ts'
import { formatPath } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { resolve } from '../resolve/index.ts'
import { layoutOf, outlineOf, type Picture, type PictureNode, pictureOf, type Scene } from './index.ts'
import { largeDesign } from './large-design.test-helper.ts'

const corpus = path.join(import.meta.dirname, '../../../../shared/corpus')
const widths = [240, 366, 480, 1080]

function drawn(domain: Domain, width: number, host?: HostFacts): Scene {
  return layoutOf(pictureOf({ domain, host: host ?? {} }, host), width)
}

/** The path of every device of a completed Domain. */
function devicePaths(domain: Domain): string[] {
  const devices: Readonly<Record<string, unknown>> = complete({ domain, host: {} }).domain.devices ?? {}
  return Object.entries(devices).flatMap(([key, held]) => {
    if (key === 'emulator' || key === 'usb' || key === '$rest' || held === undefined) return []
    return Array.isArray(held)
      ? held.map((_, index) => formatPath(['devices', key, index]))
      : [formatPath(['devices', key])]
  })
}

/** What is wrong with a scene, in words: what is missing, there twice, outside, or over another. */
function faults(scene: Scene, domain: Domain): string[] {
  const wanted = devicePaths(domain)
  const there = scene.boxes
    .filter(({ level, path: at }) => level > 0 && at?.[0] === 'devices')
    .map(({ id }) => id)
  const found: string[] = []
  for (const one of wanted) if (!there.includes(one)) found.push(`${one} is missing`)
  if (there.length !== wanted.length) found.push(`${there.length} boxes for ${wanted.length} devices`)
  const ids = new Set(scene.boxes.map(({ id }) => id))
  if (ids.size !== scene.boxes.length) found.push('two boxes have one id')
  for (const { id, x, y, width, height, texts } of scene.boxes) {
    if (x < 0 || y < 0 || x + width > scene.width || y + height > scene.height) found.push(`${id} is outside`)
    if (width < 20 || height < 10) found.push(`${id} is too small`)
    for (const text of texts)
      if (text.x < x || text.x > x + width || text.y < y || text.y > y + height)
        found.push(`${text.text} is outside of ${id}`)
  }
  const sorted = scene.boxes.toSorted((one, other) => one.y - other.y)
  for (const [index, one] of sorted.entries())
    for (const other of sorted.slice(index + 1)) {
      if (other.y >= one.y + one.height) break
      if (other.x < one.x + one.width && one.x < other.x + other.width)
        found.push(`${one.id} is over ${other.id}`)
    }
  return found
}

const large = resolve(largeDesign(), undefined, 'libvirt').domain

describe('every device is drawn once, inside of the picture and over no other', () => {
  test.each(widths)('200 devices, %d px wide', (width) => {
    expect(faults(drawn(large, width), large)).toEqual([])
  })

  test('what makes no sense: unknown buses, bridges in a circle, hubs without a controller', () => {
    const domain: Domain = {
      name: 'odd',
      os: { machine: 'q35' },
      devices: {
        controllers: [
          {
            type: 'pci',
            index: 1,
            model: 'pcie-root-port',
            address: { type: 'pci', bus: '0x02', slot: '0x00' },
          },
          {
            type: 'pci',
            index: 2,
            model: 'pcie-root-port',
            address: { type: 'pci', bus: '0x01', slot: '0x00' },
          },
          {
            type: 'pci',
            index: 3,
            model: 'pcie-root-port',
            address: { type: 'pci', bus: '0x03', slot: '0x00' },
          },
          { type: 'pci', index: 1, model: 'pci-bridge', address: { type: 'pci', bus: '0x00', slot: '0x01' } },
        ],
        hub: [{ type: 'usb', address: { type: 'usb', bus: '9', port: '1' } }],
        disks: [
          {
            type: 'file',
            device: 'disk',
            target: { dev: 'sda', bus: 'scsi' },
            address: { type: 'drive', controller: '77' },
          },
        ],
        inputs: [{ type: 'tablet', bus: 'usb', address: { type: 'usb', bus: '9', port: '1.1' } }],
        interfaces: [{ type: 'user', address: { type: 'pci', bus: '0x63', slot: '0x1f', function: '0x7' } }],
      },
    }
    for (const width of widths) expect(faults(drawn(domain, width), domain)).toEqual([])
  })

  test('any texts and addresses', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constant('漢'.repeat(80)),
      fc.constant('W'.repeat(300)),
    )
    const number = fc.constantFrom('0', '1', '2', '0x00', '0x01', '0x1f')
    const address = fc.option(
      fc.record({
        type: fc.constantFrom('pci', 'drive', 'usb', 'virtio-serial', 'isa', 'ccid', 'unassigned'),
        bus: number,
        slot: number,
        function: number,
        controller: number,
        unit: number,
        port: fc.constantFrom('1', '1.1', '1.1.2'),
      }),
      { nil: undefined },
    )
    const domains = fc.record({
      name: text,
      os: fc.constantFrom({ machine: 'q35' }, { machine: 'pc' }, {
        arch: 'aarch64',
        machine: 'virt',
      } as const),
      devices: fc.record({
        controllers: fc.array(
          fc.record({
            type: fc.constantFrom('pci', 'usb', 'scsi', 'sata', 'virtio-serial'),
            index: fc.nat(4),
            model: fc.constantFrom('pcie-root-port', 'pci-bridge', undefined),
            address,
          }),
          { maxLength: 8 },
        ),
        disks: fc.array(
          fc.record({
            source: fc.record({ file: text }),
            target: fc.record({ dev: text }),
            serial: text,
            address,
          }),
          { maxLength: 5 },
        ),
        interfaces: fc.array(
          fc.record({ type: fc.constant('bridge'), source: fc.record({ bridge: text }), address }),
          { maxLength: 5 },
        ),
        filesystems: fc.array(
          fc.record({ source: fc.record({ dir: text }), target: fc.record({ dir: text }), address }),
          { maxLength: 5 },
        ),
        hub: fc.array(fc.record({ type: fc.constant('usb'), address }), { maxLength: 3 }),
      }),
    }) as fc.Arbitrary<Domain>
    fc.assert(
      fc.property(domains, fc.constantFrom(...widths), (domain, width) => {
        expect(faults(drawn(domain, width), domain)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('the largest domains that were collected', (context) => {
    context.skip(!existsSync(corpus), 'there is no ../shared/corpus')
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .map((name) => readFileSync(path.join(corpus, name), 'utf8'))
      .filter((xml) => /<domain[\s>]/.test(xml))
      .toSorted((one, other) => other.length - one.length)
      .slice(0, 40)
    expect(files).toHaveLength(40)
    for (const xml of files) {
      const domain = readDomainXml(xml).domains[0]?.domain
      if (domain === undefined) continue
      for (const width of [366, 1080]) expect(faults(drawn(domain, width), domain)).toEqual([])
    }
  })
})

function find(picture: Picture, title: string): PictureNode | undefined {
  const open = [...picture.guest]
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    if (node.title.startsWith(title)) return node
    open.push(...node.children)
  }
  return undefined
}

test('USB and mediated devices stand on the host’s side, and which of them the guest has', () => {
  const stick = { vendor_id: '0781', product_id: '5581', name: 'Stick' }
  const uuid = 'C2177883-f1bb-47f0-914d-32a22e3a8804'
  const host: HostFacts = {
    pci: [
      {
        address: { domain: 0, bus: 2, slot: 0, function: 0 },
        class_code: '0300',
        class_name: '',
        name: 'Big GPU',
        vendor_id: '10de',
        device_id: '1',
        mdev_types: [{ type: 'nvidia-1', name: 'Small GPU' }],
      },
    ],
    mdevs: [{ uuid, type: 'nvidia-1', parent: '0000:02:00.0' }],
    usb: [
      { vendor_id: '1d6b', product_id: '0002', class_code: '09', bus: 1, device: 1 },
      { ...stick, bus: 1, device: 7, port: '1-4.1' },
      { ...stick, bus: 1, device: 8, port: '1-4.2' },
      { vendor_id: '046d', product_id: 'c52b', name: 'Receiver', bus: 1, device: 3, port: '1-2' },
    ],
  }
  const domain: Domain = {
    name: 'a',
    devices: {
      hostdevs: [
        { type: 'usb', source: { bus: '1', port: '4.2' } },
        { type: 'usb', source: { vendor: '0x046d', product: '0xc52b' } },
        { type: 'mdev', source: { uuid: uuid.toLowerCase() } },
      ],
    },
  }
  const groups = pictureOf({ domain, host }, host).host.filter(({ title }) => !title.includes('IOMMU'))
  expect(
    groups.map(({ title, devices }) => [
      title,
      ...devices.map((one) => [one.title, ...one.details, one.isGiven].join(', ')),
    ]),
  ).toEqual([
    [
      'USB',
      'Stick at port 1-4.1, 0781:5581 at 1-4.1, false',
      'Stick at port 1-4.2, 0781:5581 at 1-4.2, true',
      'Receiver, 046d:c52b at 1-2, true',
    ],
    ['Mediated devices', 'Small GPU, c2177883-f1bb-47f0-914d-32a22e3a8804, of Big GPU, true'],
  ])
  const ids = groups.flatMap(({ devices }) => devices.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('what the outline of a small machine says', async () => {
  const host: HostFacts = {
    networks: [{ name: 'default', at: 'virbr0' }],
    network_devices: [
      { name: 'br0', kind: 'bridge' },
      { name: 'enp3s0', kind: 'ethernet', bridge: 'br0' },
    ],
    numa: [
      { node: 0, cpus: '0-3' },
      { node: 1, cpus: '4-7' },
    ],
    pci: [
      {
        address: { domain: 0, bus: 1, slot: 0, function: 0 },
        class_code: '0300',
        class_name: '',
        name: 'NVIDIA Corporation GK106 [GeForce GTX 660]',
        vendor_id: '10de',
        device_id: '11c0',
        iommu_group: 13,
      },
      {
        address: { domain: 0, bus: 1, slot: 0, function: 1 },
        class_code: '0403',
        class_name: '',
        name: 'NVIDIA Corporation GK106 HDMI Audio Controller',
        vendor_id: '10de',
        device_id: '0e0b',
        iommu_group: 13,
      },
      {
        address: { domain: 0, bus: 4, slot: 0, function: 0 },
        class_code: '0300',
        class_name: '',
        name: 'NVIDIA Corporation GP107 [GeForce GTX 1050]',
        vendor_id: '10de',
        device_id: '1c81',
        iommu_group: 15,
      },
    ],
  }
  const domain: Domain = {
    name: 'small',
    os: { machine: 'q35', arch: 'x86_64' },
    memory: { value: '8388608 KiB' },
    vcpu: { value: 6 },
    cputune: {
      vcpupin: [
        { vcpu: 0, cpuset: '4' },
        { vcpu: 1, cpuset: '5' },
        { vcpu: 2, cpuset: '4-7' },
        { vcpu: 3, cpuset: '4-7' },
      ],
      emulatorpin: { cpuset: '0' },
    },
    cpu: {
      mode: 'host-passthrough',
      topology: { sockets: 1, cores: 3, threads: 2 },
      numa: [
        { id: 0, cpus: '0-3', memory: '4194304' },
        { id: 1, cpus: '4-5', memory: '4', unit: 'GiB' },
      ],
    },
    devices: {
      disks: [
        {
          type: 'file',
          device: 'disk',
          driver: { type: 'qcow2' },
          source: { file: '/srv/a.qcow2' },
          target: { dev: 'vda', bus: 'virtio' },
        },
        { type: 'file', device: 'cdrom', target: { dev: 'sda', bus: 'sata' } },
      ],
      interfaces: [
        {
          type: 'user',
          port_forwards: [
            { ranges: [{ start: 2222, to: 22 }] },
            { proto: 'udp', address: '0.0.0.0', ranges: [{ start: 53 }] },
          ],
        },
        { type: 'bridge', source: { bridge: 'br0' } },
        { type: 'network', source: { network: 'default' } },
      ],
      filesystems: [{ driver: { type: 'virtiofs' }, source: { dir: '/home/me' }, target: { dir: 'home' } }],
      inputs: [{ type: 'tablet', bus: 'usb' }],
      channels: [{ type: 'unix', name: 'org.qemu.guest_agent.0' }],
      graphics: [{ type: 'vnc', port: 5901, autoport: 'no' }],
      hostdevs: [
        { type: 'pci', source: { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' } },
        { type: 'pci', source: { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x1' } },
      ],
    },
  }
  const picture = pictureOf({ domain, host }, host)
  await expect(outlineOf(picture)).toMatchFileSnapshot('expected/small.outline.txt')
  expect(picture.host.map(({ devices }) => devices.map(({ isGiven }) => isGiven))).toEqual([[true], [false]])
  expect(find(picture, 'Disk vda')?.end?.title).toBe('/srv/a.qcow2')
  const ends = layoutOf(picture, 1080).boxes.filter(({ kind }) => kind === 'end')
  // Both functions of the GPU lead to its group.
  expect(ends.filter(({ label }) => label.startsWith('IOMMU group 13'))).toHaveLength(1)
})
