/** From a design to a Vagrantfile. vagrant-libvirt, docs/configuration.markdown, 0.12. */
import { sizeInBytes } from '../../table/index.ts'
import { rubyText, shellComment } from '../../text/index.ts'
import { labelOf } from '../labels.ts'
import { pciAddress } from '../plain/addresses.ts'
import { line, lines, mac, mebibytes, whole, wholePath, words } from '../plain/codecs.ts'
import { seedName } from '../plain/disk-file.ts'
import { rootImage } from '../plain/image.ts'
import type { Part } from '../plain/part.ts'
import { isOnePort } from '../plain/ports.ts'
import { type Row, takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import { takeTopology } from '../plain/topology.ts'
import type { PlainTarget } from '../plain/writer.ts'

const byHand = 'Change the domain with virsh edit once vagrant up has made it.'

export const vagrantTarget: PlainTarget<Record<never, never>> = {
  id: 'vagrant',
  name: 'Vagrant',
  options: {},
  usual: [
    ['devices.serial', [{ type: 'pty', target: { port: 0 } }]],
    ['devices.console', [{ type: 'pty', target: { type: 'serial', port: 0 } }]],
    ['devices.memballoon.model', 'virtio'],
  ],
  reasons: [
    {
      at: ['devices.disks.*.source', 'devices.disks.*'],
      message: 'The root disk is that of a box; others are made by Vagrant, or are CDs.',
      byHand: 'Pack the disk as a box (vagrant package, or create_box.sh of vagrant-libvirt), and name that.',
    },
    {
      at: ['os.firmware', 'os.firmware_features', 'features.smm'],
      message:
        'vagrant-libvirt has no word for Secure Boot, and names the files of UEFI itself (loader, nvram).',
      byHand: 'Say loader and nvram with the paths of the host.',
    },
    {
      at: ['devices.interfaces.*'],
      message:
        'Vagrant has a network of its own as the first card; others are bridges and networks, and forwards are its own.',
      byHand: 'Say config.vm.network as Vagrant has it.',
    },
    {
      at: ['cpu.features', 'cpu.features.*'],
      message: 'vagrant-libvirt takes features of the CPU beside a model of it only.',
      byHand: 'Say a model in libvirt.cpu, or change the domain with virsh edit once vagrant up has made it.',
    },
  ],
  byHand,
  beside: {
    image: 'not',
    checksum: false,
    cloudInit: true,
    autostart: true,
    forwards: true,
    snapshot: '`vagrant snapshot save` takes one.',
  },
  say,
}

const flag = words({ yes: true, no: false, on: true, off: false })

/** Settings of the provider that have one value. */
const rows: readonly Row[] = [
  ['title', 'title', line],
  ['description', 'description', lines],
  ['uuid', 'uuid', line],
  ['type', 'driver', line],
  ['vcpu.value', 'cpus', whole],
  ['vcpu.cpuset', 'cpuset', line],
  ['memory.value', 'memory', mebibytes],
  ['cpu.mode', 'cpu_mode', line],
  ['cpu.model.value', 'cpu_model', line],
  ['cpu.model.fallback', 'cpu_fallback', line],
  ['numatune.memory.nodeset', 'nodeset', line],
  ['os.machine', 'machine_type', line],
  ['os.arch', 'machine_arch', line],
  ['os.loader.value', 'loader', wholePath],
  ['os.nvram.value', 'nvram', wholePath],
  ['os.kernel', 'kernel', wholePath],
  ['os.initrd', 'initrd', wholePath],
  ['os.cmdline', 'cmd_line', line],
  ['os.dtb', 'dtb', wholePath],
  ['features.kvm.hidden', 'kvm_hidden', flag],
  ['clock.offset', 'clock_offset', words({ utc: 'utc', localtime: 'localtime' })],
]

function say(saying: Saying) {
  const { root, resolved } = saying
  const name = labelOf(resolved.design.name, 'vm')
  root.take('name', (held) => (held === name ? true : undefined))
  const outer = [
    ...root.parts('devices.interfaces').flatMap((part, index) => networkOf(saying, part, index)),
    ...root.parts('devices.filesystems').flatMap(shareOf),
  ]
  const settings = Object.entries(takeRows(root, rows)).map(([key, value]) => `v.${key} = ${ruby(value)}`)
  const inner = [...settings, ...machineOf(saying), ...disksOf(saying), ...devicesOf(root)]
  if (resolved.design.spec.autostart !== undefined)
    inner.push(`v.autostart = ${String(resolved.design.spec.autostart)}`)
  const text = `# ${shellComment(resolved.design.name)} by Vagrant. Written by vmwright: vagrant up --provider=libvirt
Vagrant.configure("2") do |config|
  config.vm.define ${rubyText(name)} do |vm|
    # The root disk is that of a box: name it here.
    vm.vm.box = ${rubyText(name)}
${outer.map((one) => `    ${one}\n`).join('')}    vm.vm.provider :libvirt do |v|
${inner.map((one) => `      ${one}\n`).join('')}    end
  end
end
`
  const seed = saying.seedFile(seedName)
  return [
    { name: 'Vagrantfile', about: 'the VM', language: 'text' as const, text },
    ...(seed === undefined ? [] : [seed]),
  ]
}

/** A value in Ruby, and words with their values. */
function ruby(value: unknown): string {
  return typeof value === 'string' ? rubyText(value) : String(value)
}

function named(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${ruby(value)}`)
    .join(', ')
}

function machineOf({ root }: Saying): string[] {
  const said: string[] = []
  const topology = takeTopology(root, { dies: false })
  const counts = Object.entries(topology ?? {}).map(([key, value]) => [key, String(value)])
  if (counts.length > 0) said.push(`v.cputopology ${named(Object.fromEntries(counts))}`)
  for (const part of root.parts('cputune.vcpupin')) {
    const vcpu = part.take('vcpu', whole)
    const set = part.take('cpuset', line)
    if (vcpu !== undefined && set !== undefined) said.push(`v.cpuaffinitiy ${vcpu} => ${ruby(set)}`)
  }
  // It has features beside a model only: lib/vagrant-libvirt/config.rb, validate.
  const featured = root.peek('cpu.model.value') === undefined ? [] : root.parts('cpu.features')
  for (const part of featured) {
    const name = part.take('name', line)
    const policy = part.take('policy', line)
    if (name !== undefined) said.push(`v.cpu_feature ${named({ name, policy: policy ?? 'require' })}`)
  }
  for (const part of root.parts('clock.timers')) {
    const timer = takeRows(part, [
      ['name', 'name', line],
      ['present', 'present', line],
      ['tickpolicy', 'tickpolicy', line],
      ['track', 'track', line],
      ['frequency', 'frequency', line],
      ['mode', 'mode', line],
    ])
    if (Object.hasOwn(timer, 'name')) said.push(`v.clock_timer ${named(timer)}`)
  }
  if (root.pass('memory_backing.hugepages', {})) said.push('v.memorybacking :hugepages')
  for (const part of root.parts('os.boot')) {
    const device = part.take('dev', words({ hd: 'hd', cdrom: 'cdrom', network: 'network', fd: 'fd' }))
    if (device !== undefined) said.push(`v.boot ${ruby(device)}`)
  }
  const words_ = (root.parts('qemu_arguments') ?? []).map((part) => part.take('value', line))
  for (const word of words_) if (word !== undefined) said.push(`v.qemuargs value: ${ruby(word)}`)
  return said
}

function disksOf(saying: Saying): string[] {
  const { root, resolved } = saying
  const image = rootImage(resolved)
  const parts = root.parts('devices.disks')
  const first = image?.index ?? parts.findIndex((part) => (part.text('device') ?? 'disk') === 'disk')
  const made = (part: Part) => resolved.newDisks.find(({ file }) => file === part.peek('source.file'))
  return parts.flatMap((part, index) => {
    const bus = () => part.take('target.bus', line)
    if (index === first) {
      const wanted = bus()
      const size = sizeInBytes(resolved.design.spec.disk_size ?? made(part)?.size ?? '')
      return [
        ...(wanted === undefined ? [] : [`v.disk_bus = ${ruby(wanted)}`]),
        ...(size === undefined ? [] : [`v.machine_virtual_size = ${Math.ceil(size / 1024 ** 3)}`]),
      ]
    }
    if (index === saying.seedIndex) {
      part.take('source.file', () => true)
      part.pass('driver', { name: 'qemu', type: 'raw' })
      part.pass('device', 'cdrom')
      part.pass('type', 'file')
      part.pass('readonly', true)
      return [
        `v.storage :file, device: :cdrom, ${named({ bus: bus(), dev: part.take('target.dev', line) })}, path: File.expand_path(${ruby(seedName)}, __dir__)`,
      ]
    }
    const madeDisk = made(part)
    if (part.text('device') === 'cdrom') {
      const path = part.take('source.file', wholePath)
      if (path === undefined) return []
      part.pass('device', 'cdrom')
      part.pass('type', 'file')
      part.pass('readonly', true)
      part.pass('driver', { name: 'qemu', type: 'raw' })
      return [
        `v.storage :file, device: :cdrom, ${named({ bus: bus(), dev: part.take('target.dev', line), path })}`,
      ]
    }
    if (madeDisk === undefined) return []
    part.take('source.file', () => true)
    saying.lacks.push({
      path: [...part.path, 'source', 'file'],
      message: 'Vagrant makes the disk in a pool of libvirt.',
      byHand: 'Say storage_pool_name for another pool.',
      inPart: true,
      severity: 'advice',
    })
    part.pass('type', 'file')
    part.pass('device', 'disk')
    part.pass('driver.name', 'qemu')
    const keys = {
      size: madeDisk.size ?? '20G',
      type: part.take('driver.type', line),
      ...takeRows(part, [
        ['target.bus', 'bus', line],
        ['target.dev', 'device', line],
        ['driver.cache', 'cache', line],
        ['driver.io', 'io', line],
        ['driver.discard', 'discard', line],
        ['driver.detect_zeroes', 'detect_zeroes', line],
        ['serial', 'serial', line],
        ['wwn', 'wwn', line],
      ]),
    }
    return [`v.storage :file, ${named(keys)}`]
  })
}

const sshForward = 'id: "ssh"'

function networkOf({ lacks }: Saying, part: Part, index: number): string[] {
  const said: string[] = []
  const type = part.text('type') ?? 'user'
  for (const forward of part.parts('port_forwards')) {
    const takes = forward.parts('ranges').some(isOnePort)
    const proto = takes ? forward.take('proto', line) : undefined
    const address = takes ? forward.take('address', line) : undefined
    for (const range of forward.parts('ranges')) {
      const host = whole(range.peek('start'))
      const guest = whole(range.peek('to')) ?? host
      if (host === undefined || !isOnePort(range)) continue
      for (const key of ['start', 'to']) range.take(key, () => true)
      // Vagrant's own forward for SSH, which would take the same port, is called by this word.
      const id = guest === 22 && !said.some((one) => one.includes(sshForward)) ? 'ssh' : undefined
      const words = named({ guest, host, id, host_ip: address, protocol: proto })
      said.push(`vm.vm.network :forwarded_port, ${words}`)
    }
  }
  if (index === 0 && (type === 'user' || type === 'network')) {
    const model = part.take('model.type', line)
    lacks.push({
      path: [...part.path, 'type'],
      message: 'The first card is on a network of Vagrant’s own, behind NAT.',
      byHand: 'Say v.management_network_name for another network of libvirt.',
      inPart: true,
    })
    return model === undefined
      ? said
      : [...said, `vm.vm.provider(:libvirt) { |v| v.nic_model_type = ${ruby(model)} }`]
  }
  const rowsOfCard: readonly Row[] = [
    ['mac.address', 'mac', mac],
    ['mtu.size', 'mtu', whole],
    ['model.type', 'model_type', line],
  ]
  if (type === 'bridge') {
    const dev = part.take('source.bridge', line)
    if (dev === undefined) return said
    part.pass('type', 'bridge')
    return [
      ...said,
      `vm.vm.network :public_network, ${named({ dev, mode: 'bridge', type: 'bridge', ...takeRows(part, rowsOfCard) })}`,
    ]
  }
  if (type === 'direct') {
    const dev = part.take('source.dev', line)
    if (dev === undefined) return said
    part.pass('type', 'direct')
    const mode = part.take('source.mode', line)
    return [...said, `vm.vm.network :public_network, ${named({ dev, mode, ...takeRows(part, rowsOfCard) })}`]
  }
  const network = type === 'network' ? part.take('source.network', line) : undefined
  if (network === undefined) return said
  part.pass('type', 'network')
  return [
    ...said,
    `vm.vm.network :private_network, ${named({ libvirt__network_name: network, ...takeRows(part, rowsOfCard) })}`,
  ]
}

function shareOf(part: Part): string[] {
  const source = part.text('source.dir')
  const tag = part.text('target.dir') ?? ''
  const type = part.take('driver.type', words({ virtiofs: 'virtiofs', path: '9p' }))
  if (type === undefined || source === undefined || !/^[\w.-]{1,31}$/.test(tag)) return []
  for (const key of ['source.dir', 'target.dir']) part.take(key, () => true)
  part.pass('type', 'mount')
  const mode = part.take('accessmode', line)
  return [
    `vm.vm.synced_folder ${ruby(source)}, ${ruby(`/mnt/${tag}`)}, ${named({ type, accessmode: mode, readonly: part.pass('readonly', true) ? true : undefined })}`,
  ]
}

function devicesOf(root: Part): string[] {
  const said: string[] = []
  const [tpm] = root.parts('devices.tpm')
  const settings: [Part | undefined, readonly Row[]][] = [
    [
      tpm,
      [
        ['model', 'tpm_model', line],
        ['backend.type', 'tpm_type', line],
        ['backend.version', 'tpm_version', line],
        ['backend.path', 'tpm_path', wholePath],
      ],
    ],
    [
      root.parts('devices.graphics')[0],
      [
        ['type', 'graphics_type', line],
        ['port', 'graphics_port', whole],
        ['passwd', 'graphics_passwd', line],
        ['keymap', 'keymap', line],
      ],
    ],
    [
      root.parts('devices.video')[0],
      [
        ['model', 'video_type', line],
        ['vram', 'video_vram', whole],
      ],
    ],
    [root.parts('devices.sound')[0], [['model', 'sound_type', line]]],
  ]
  for (const [part, table] of settings)
    if (part !== undefined)
      for (const [key, value] of Object.entries(takeRows(part, table))) said.push(`v.${key} = ${ruby(value)}`)
  for (const part of root.parts('devices.hostdevs')) {
    const address = part.text('type') === 'pci' ? pciAddress(part.peek('source')) : undefined
    if (address === undefined) continue
    for (const key of ['domain', 'bus', 'slot', 'function']) part.take(`source.${key}`, () => true)
    part.pass('mode', 'subsystem')
    part.pass('type', 'pci')
    part.pass('managed', 'yes')
    const [, domain, bus, slot, inner] = /^(\w+):(\w+):(\w+)\.(\d)$/.exec(address) ?? []
    said.push(
      `v.pci ${named({ domain: `0x${domain}`, bus: `0x${bus}`, slot: `0x${slot}`, function: `0x${inner}` })}`,
    )
  }
  for (const part of root.parts('devices.rng')) {
    const model = part.take('backend.model', line)
    if (model !== undefined) said.push(`v.random ${named({ model })}`)
  }
  for (const part of root.parts('devices.watchdog')) {
    const watchdog = takeRows(part, [
      ['model', 'model', line],
      ['action', 'action', line],
    ])
    if (Object.hasOwn(watchdog, 'model')) said.push(`v.watchdog ${named(watchdog)}`)
  }
  for (const part of root.parts('devices.inputs')) {
    const input = takeRows(part, [
      ['type', 'type', line],
      ['bus', 'bus', line],
    ])
    if (Object.hasOwn(input, 'type')) said.push(`v.input ${named(input)}`)
  }
  for (const part of root.parts('devices.channels')) {
    if (part.text('type') !== 'unix' || part.text('target_type') !== 'virtio') continue
    const name = part.take('name', line)
    if (name === undefined) continue
    part.pass('type', 'unix')
    part.pass('target_type', 'virtio')
    part.pass('source', { mode: 'bind' })
    said.push(`v.channel ${named({ type: 'unix', target_type: 'virtio', target_name: name })}`)
  }
  return said
}
