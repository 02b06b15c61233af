/** From a design to config.plist, version 4. utmapp/UTM, Configuration/UTMQemuConfiguration*.swift, 5.0. */
import { sha256, shellComment, shellHostPath, shellWord, utf8Encode } from '../../text/index.ts'
import { line, lines, mac, mebibytes, whole, words } from '../plain/codecs.ts'
import { seedName, takeDiskFile } from '../plain/disk-file.ts'
import type { Codec, Part } from '../plain/part.ts'
import { isOnePort } from '../plain/ports.ts'
import type { Saying } from '../plain/saying.ts'
import type { PlainTarget } from '../plain/writer.ts'
import { noWork } from '../reason.ts'
import { plistText } from './plist.ts'

const byHand = 'Add the arguments to QEMU under Arguments, in the settings of the VM.'

export const utmTarget: PlainTarget<Record<never, never>> = {
  id: 'utm',
  name: 'UTM',
  options: {},
  usual: [
    ['type', 'kvm'],
    ['cpu.mode', 'host-passthrough'],
    ['devices.console', [{ type: 'pty', target: { type: 'serial', port: 0 } }]],
    ['devices.inputs', [{ type: 'tablet', bus: 'usb' }]],
  ],
  reasons: [
    {
      at: ['devices.interfaces.*'],
      message:
        'A card is behind NAT of UTM’s own, on the network that VMs of the Mac share, or on a bridge of the Mac.',
      byHand: 'Choose Bridged and the interface of the Mac in the settings of the VM.',
      inPart: true,
    },
    {
      at: ['devices.disks.*'],
      message: 'A disk has a bus, a file beside the configuration and no more.',
      byHand,
    },
    {
      at: ['os.firmware_features', 'os.loader', 'os.nvram', 'features.smm'],
      message: 'UTM brings its own UEFI, without Secure Boot unless Windows with a TPM is what it made.',
      byHand: 'Reset the variables of UEFI in the settings of the VM.',
    },
    {
      at: ['cputune', 'numatune', 'memory_backing', 'memtune', 'iothreads'],
      message: 'macOS pins nothing and has no huge pages.',
      byHand: noWork,
    },
    {
      at: ['devices.hostdevs'],
      message: 'USB devices are handed in by the window of the VM; others are not.',
      byHand: 'Enable USB sharing.',
    },
  ],
  byHand,
  beside: {
    image: 'fetched',
    checksum: true,
    cloudInit: true,
    autostart: false,
    forwards: true,
    snapshot: 'UTM takes none of a VM; qemu-img snapshot takes one of each disk.',
  },
  say,
}

function say(saying: Saying) {
  const { root, resolved } = saying
  const script: string[] = []
  const name = root.take('name', line) ?? 'vm'
  const id = ids(name)
  const [tpm] = root.parts('devices.tpm')
  const isTpm = tpm?.pass('backend.type', 'emulator') === true
  if (tpm !== undefined && isTpm) {
    tpm.pass('model', 'tpm-crb', 'tpm-tis')
    tpm.pass('backend.version', '2.0')
  }
  const arch =
    root.take(
      'os.arch',
      words({ x86_64: 'x86_64', aarch64: 'aarch64', riscv64: 'riscv64', ppc64: 'ppc64' }),
    ) ?? 'x86_64'
  const args = root.parts('qemu_arguments').flatMap((part) => part.take('value', line) ?? [])
  const config = {
    Backend: 'QEMU',
    ConfigurationVersion: 4,
    Information: {
      Name: name,
      UUID:
        root.take('uuid', (held) =>
          typeof held === 'string' && held !== '' ? held.toUpperCase() : undefined,
        ) ?? id('vm'),
      Notes: root.take('description', lines),
      IconCustom: false,
    },
    System: {
      Architecture: arch,
      Target: root.take('os.machine', line) ?? (arch === 'x86_64' ? 'q35' : 'virt'),
      CPU: root.take('cpu.model.value', line) ?? 'default',
      ...featuresOf(root),
      CPUCount: root.take('vcpu.value', whole) ?? 1,
      ForceMulticore: false,
      MemorySize: root.take('memory.value', mebibytes) ?? 1024,
      JITCacheSize: 0,
    },
    QEMU: {
      DebugLog: false,
      UEFIBoot:
        root.take('os.firmware', words({ efi: true, bios: false })) ?? root.peek('os.loader') !== undefined,
      RNGDevice: root.pass('devices.rng', [
        { model: 'virtio', backend: { value: '/dev/urandom', model: 'random' } },
      ]),
      BalloonDevice: root.pass('devices.memballoon.model', 'virtio'),
      TPMDevice: isTpm,
      Hypervisor: true,
      RTCLocalTime: root.pass('clock.offset', 'localtime'),
      AdditionalArguments: args,
    },
    Input: { UsbBusSupport: '3.0', UsbSharing: false, MaximumUsbShare: 3 },
    Sharing: { DirectoryShareMode: 'VirtFS', DirectoryShareReadOnly: false, ClipboardSharing: true },
    Display: root
      .parts('devices.video')
      .slice(0, 1)
      .flatMap((part) => displayOf(part, arch)),
    Drive: root.parts('devices.disks').flatMap((part, index) => driveOf(saying, part, index, id, script)),
    Network: root.parts('devices.interfaces').flatMap((part) => cardOf(part)),
    Serial: root.pass('devices.serial', [{ type: 'pty', target: { port: 0 } }])
      ? [{ Mode: 'Terminal', Target: 'Auto', Terminal: { Font: 'Menlo', FontSize: 12, CursorBlink: true } }]
      : [],
    Sound: root.parts('devices.sound').slice(0, 1).flatMap(soundOf),
  }
  const seed = saying.seedFile(`Data/${seedName}`)
  return [
    { name: 'config.plist', about: 'the VM', language: 'xml' as const, text: plistText(config) },
    {
      name: 'make.sh',
      about: 'makes the bundle that UTM opens',
      language: 'shell' as const,
      text: scriptText(resolved.design.name, name, script),
      executable: true as const,
    },
    ...(seed === undefined ? [] : [seed]),
  ]
}

/** UUIDs that are the same each time. */
function ids(vm: string): (of: string) => string {
  return (of) => {
    const digits = sha256(utf8Encode(`${vm}\n${of}`))
      .slice(0, 32)
      .toUpperCase()
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
  }
}

function featuresOf(root: Part): Record<string, unknown> {
  const add: string[] = []
  const remove: string[] = []
  for (const part of root.parts('cpu.features')) {
    const list = part.take('policy', words({ require: add, disable: remove }))
    const name = list === undefined ? undefined : part.take('name', line)
    if (name !== undefined) list?.push(name)
  }
  return { CPUFlagsAdd: add, CPUFlagsRemove: remove }
}

const buses = words({
  virtio: 'VirtIO',
  nvme: 'NVMe',
  ide: 'IDE',
  sata: 'IDE',
  scsi: 'SCSI',
  usb: 'USB',
  fdc: 'Floppy',
  sd: 'SD',
})

function driveOf(
  saying: Saying,
  part: Part,
  index: number,
  id: (of: string) => string,
  script: string[],
): unknown[] {
  const device = part.text('device') ?? 'disk'
  const isBusSame = part.text('target.bus') !== 'sata'
  const file = takeDiskFile(saying, part, index)
  if (file === undefined || device === 'lun') return []
  part.pass('device', 'disk', 'cdrom')
  const isReadonly = part.pass('readonly', true) || device === 'cdrom'
  const image = file.isBeside ? file.path : (file.path.split('/').at(-1) ?? '')
  const bus = isBusSame ? part.take('target.bus', buses) : buses(part.peek('target.bus'))
  if (index === saying.seedIndex) part.take('target', () => true)
  part.pass('target.dev', `vd${String.fromCodePoint(97 + Math.min(index, 25))}`)
  script.push(...file.lines)
  if (index !== saying.seedIndex)
    script.push(
      `cp ${file.isBeside ? shellWord(file.path) : shellHostPath(file.path)} Data/${shellWord(image)}\n`,
    )
  return [
    {
      Identifier: id(`drive ${index}`),
      ImageName: image,
      ImageType: device === 'cdrom' ? 'CD' : 'Disk',
      Interface: bus ?? 'VirtIO',
      InterfaceVersion: 1,
      ReadOnly: isReadonly,
    },
  ]
}

const cards: Codec<string> = (held) =>
  held === 'virtio'
    ? 'virtio-net-pci'
    : /^(?:e1000e?|rtl8139|igb|ne2k_pci|pcnet|vmxnet3)$/.test(String(held))
      ? String(held)
      : undefined

function cardOf(part: Part): unknown[] {
  const type = part.text('type') ?? 'user'
  const isUser = type === 'user'
  if (!isUser && type !== 'network' && type !== 'bridge') return []
  part.pass('type', 'user')
  part.pass('backend.type', 'passt')
  return [
    {
      Mode: isUser ? 'Emulated' : type === 'bridge' ? 'Bridged' : 'Shared',
      Hardware: part.take('model.type', cards) ?? 'virtio-net-pci',
      MacAddress: part.take('mac.address', mac),
      IsolateFromHost: false,
      PortForward: isUser ? part.parts('port_forwards').flatMap(forwardsOf) : [],
    },
  ]
}

function forwardsOf(forward: Part): unknown[] {
  if (!forward.parts('ranges').some(isOnePort)) return []
  const protocol = forward.take('proto', words({ tcp: 'TCP', udp: 'UDP' })) ?? 'TCP'
  const address = forward.take('address', line)
  return forward.parts('ranges').flatMap((range) => {
    const start = whole(range.peek('start'))
    const to = whole(range.peek('to')) ?? start
    if (start === undefined || !isOnePort(range)) return []
    for (const key of ['start', 'to']) range.take(key, () => true)
    return [{ Protocol: protocol, HostAddress: address, HostPort: start, GuestAddress: '', GuestPort: to }]
  })
}

function displayOf(part: Part, arch: string): unknown[] {
  const hardware = part.take(
    'model',
    words({
      virtio: arch === 'x86_64' ? 'virtio-vga' : 'virtio-gpu-pci',
      qxl: 'qxl-vga',
      vga: 'VGA',
      bochs: 'bochs-display',
      cirrus: 'cirrus-vga',
      vmvga: 'vmware-svga',
    }),
  )
  if (hardware === undefined) return []
  return [
    {
      Hardware: hardware,
      DynamicResolution: true,
      NativeResolution: false,
      UpscalingFilter: 'Linear',
      DownscalingFilter: 'Linear',
    },
  ]
}

function soundOf(part: Part): unknown[] {
  const hardware = part.take(
    'model',
    words({
      ac97: 'AC97',
      es1370: 'ES1370',
      sb16: 'sb16',
      ich6: 'intel-hda',
      ich9: 'ich9-intel-hda',
      usb: 'usb-audio',
      virtio: 'virtio-sound-pci',
    }),
  )
  return hardware === undefined ? [] : [{ Hardware: hardware }]
}

function scriptText(design: string, name: string, script: readonly string[]): string {
  const bundle = shellWord(`${name.replaceAll('/', '-')}.utm`)
  return `#!/bin/sh
# ${shellComment(design)} for UTM. Written by vmwright. Needs qemu-img (brew install qemu): sh make.sh, then open the bundle.
set -eu
cd "$(dirname "$0")"
mkdir -p Data
${script.join('')}
mkdir -p ./${bundle}
cp config.plist ./${bundle}/
cp -R Data ./${bundle}/
`
}
