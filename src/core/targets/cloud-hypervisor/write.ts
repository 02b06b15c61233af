/** From a design to what PUT /api/v1/vm.create takes. vmm/src/api/openapi/cloud-hypervisor.yaml, VmConfig, v53. */
import { shellComment, shellHostPath, shellWord } from '../../text/index.ts'
import { pciAddress } from '../plain/addresses.ts'
import { bytes, line, mac, whole, words } from '../plain/codecs.ts'
import { seedName, takeDiskFile } from '../plain/disk-file.ts'
import type { Part } from '../plain/part.ts'
import { orNothing, type Row, takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import { takePins, takeTopology } from '../plain/topology.ts'
import type { PlainTarget } from '../plain/writer.ts'
import { noWork } from '../reason.ts'

/** Where distributions put the firmware; https://github.com/cloud-hypervisor/edk2 has it. */
const firmware = '/usr/share/cloud-hypervisor/CLOUDHV.fd'

const byHand = 'Run it by QEMU or libvirt, or do without.'

export const cloudHypervisorTarget: PlainTarget<Record<never, never>> = {
  id: 'cloud-hypervisor',
  name: 'Cloud Hypervisor',
  options: {},
  usual: [
    ['cpu.mode', 'host-passthrough'],
    ['os.machine', 'q35'],
    ['os.arch', 'x86_64'],
    ['type', 'kvm'],
    ['memory_backing.nosharepages', true],
    ['devices.serial', [{ type: 'pty', target: { port: 0 } }]],
    ['devices.console', [{ type: 'pty', target: { type: 'serial', port: 0 } }]],
    ['devices.memballoon.model', 'none'],
  ],
  reasons: [
    {
      at: ['os.firmware', 'os.loader', 'os.nvram', 'os.firmware_features', 'os.varstore', 'features.smm'],
      message:
        'A guest boots by a firmware of its own (UEFI without Secure Boot) or a kernel; there is no BIOS.',
      byHand: 'Take an image that boots by UEFI.',
    },
    {
      at: [
        'devices.video',
        'devices.graphics',
        'devices.inputs',
        'devices.sound',
        'devices.audio',
        'devices.redirdev',
      ],
      message: 'There is no screen, no USB and no sound.',
      byHand: 'Log in by the serial port or by SSH.',
    },
    {
      at: ['devices.disks.*'],
      message: 'Disks are virtio disks; a CD is a disk that is read-only, and a path begins at the root.',
      byHand: 'Choose the bus virtio, and say whole paths.',
    },
    {
      at: ['devices.interfaces.*'],
      message: 'A card is a virtio card on a tap; there is no network of a user’s own.',
      byHand: 'Make a tap, and put it on a bridge: ip tuntap add, ip link set TAP master BRIDGE.',
    },
    {
      at: [
        'devices.channels',
        'devices.rng',
        'devices.tpm',
        'devices.panic',
        'devices.watchdog',
        'devices.memballoon',
      ],
      message:
        'Of small devices there are one source of random numbers, TPM 2.0 on a socket, pvpanic, and a balloon.',
      byHand,
    },
    {
      at: ['description', 'title'],
      message: 'Nothing describes a VM there.',
      byHand: noWork,
      severity: 'advice',
    },
  ],
  byHand,
  beside: {
    image: 'fetched',
    checksum: true,
    cloudInit: true,
    autostart: false,
    forwards: false,
    snapshot: 'PUT /api/v1/vm.snapshot takes one, with the memory.',
  },
  say,
}

const platform: readonly Row[] = [
  ['uuid', 'uuid', line],
  ['sysinfo.oem_strings', 'oem_strings', texts],
  ['sysinfo.system.serial', 'serial_number', line],
  ['sysinfo.system.manufacturer', 'system_manufacturer', line],
  ['sysinfo.system.product', 'system_product_name', line],
  ['sysinfo.system.version', 'system_version', line],
  ['sysinfo.system.family', 'system_family', line],
  ['sysinfo.system.sku', 'system_sku_number', line],
]

function texts(held: unknown): unknown {
  return Array.isArray(held) && held.length > 0 && held.every((one) => line(one) !== undefined)
    ? held
    : undefined
}

function say(saying: Saying) {
  const { root } = saying
  // It names the folder, and the script.
  root.take('name', line)
  const script: string[] = []
  const disks = root.parts('devices.disks').flatMap((part, index) => diskOf(saying, part, index, script))
  const config = orNothing({
    cpus: cpusOf(saying),
    memory: memoryOf(root),
    payload: payloadOf(saying),
    disks,
    net: root.parts('devices.interfaces').flatMap((part) => cardOf(saying, part)),
    rng: rngOf(root),
    balloon: root.pass('devices.memballoon.model', 'virtio')
      ? {
          size: 0,
          ...takeRows(root, [
            ['devices.memballoon.free_page_reporting', 'free_page_reporting', words({ on: true })],
          ]),
        }
      : undefined,
    fs: root.parts('devices.filesystems').flatMap((part) => shareOf(part, script)),
    serial: { mode: 'Pty' },
    console: { mode: 'Off' },
    devices: root.parts('devices.hostdevs').flatMap(deviceOf),
    vsock: vsockOf(root),
    pvpanic: root.pass('devices.panic', [{ model: 'pvpanic' }]) ? true : undefined,
    platform: platformOf(root),
    tpm: tpmOf(root, script),
  })
  const seed = saying.seedFile(seedName)
  return [
    {
      name: 'config.json',
      about: 'the VM',
      language: 'json' as const,
      text: `${JSON.stringify(config, undefined, 2)}\n`,
    },
    {
      name: 'run.sh',
      about: 'makes its disks and runs it',
      language: 'shell' as const,
      text: scriptText(saying, script),
      executable: true as const,
    },
    ...(seed === undefined ? [] : [seed]),
  ]
}

function cpusOf({ root, lacks }: Saying): Record<string, unknown> {
  const most = root.take('vcpu.value', whole) ?? 1
  const boot = root.take('vcpu.current', whole) ?? most
  const topology = takeTopology(root, { dies: true })
  const hyperv = root.peek('features.hyperv')
  if (hyperv !== undefined)
    lacks.push({
      path: ['features', 'hyperv'],
      message: 'What helps Windows is one word (kvm_hyperv), not a list.',
      byHand: noWork,
      inPart: true,
    })
  return {
    boot_vcpus: boot,
    max_vcpus: most,
    ...(topology === undefined
      ? {}
      : {
          topology: {
            threads_per_core: topology.threads ?? 1,
            cores_per_die: topology.cores ?? 1,
            dies_per_package: topology.dies ?? 1,
            packages: topology.sockets ?? 1,
          },
        }),
    ...(hyperv === undefined ? {} : { kvm_hyperv: true }),
    ...orNothing({ affinity: (takePins(root) ?? []).map(({ vcpu, cpus }) => ({ vcpu, host_cpus: cpus })) }),
  }
}

function memoryOf(root: Part): Record<string, unknown> {
  const isShared =
    root.pass('memory_backing.access.mode', 'shared') || root.peek('devices.filesystems') !== undefined
  const pages = root.peek('memory_backing.hugepages')
  const size = root.take('memory_backing.hugepages.size', bytes)
  if (size === undefined) root.pass('memory_backing.hugepages', {})
  const type = root.pass('memory_backing.source.type', 'memfd')
  const mode = root.pass('memory_backing.allocation.mode', 'immediate')
  return {
    size: root.take('memory.value', bytes) ?? 1024 ** 3,
    ...(isShared || type ? { shared: true } : {}),
    ...(pages === undefined ? {} : { hugepages: true }),
    ...(size === undefined ? {} : { hugepage_size: size }),
    ...(mode ? { prefault: true } : {}),
  }
}

function payloadOf({ root, lacks }: Saying): Record<string, unknown> {
  const kernel = takeRows(root, [
    ['os.kernel', 'kernel', line],
    ['os.initrd', 'initramfs', line],
    ['os.cmdline', 'cmdline', line],
  ])
  if (Object.hasOwn(kernel, 'kernel')) return kernel
  if (root.pass('os.firmware', 'efi'))
    lacks.push({
      path: ['os', 'firmware'],
      message: `The firmware is one of its own, ${firmware}, and keeps no variables.`,
      byHand: 'Fetch it where the distribution has none: releases of cloud-hypervisor/edk2.',
      inPart: true,
    })
  return { ...kernel, firmware }
}

function diskOf(saying: Saying, part: Part, index: number, script: string[]): Record<string, unknown>[] {
  const device = part.text('device') ?? 'disk'
  if (device === 'floppy' || device === 'lun') return []
  const format = part.text('driver.type')
  const file = takeDiskFile(saying, part, index)
  if (file === undefined) return []
  script.push(...file.lines)
  part.pass('device', 'disk')
  part.pass('target.bus', 'virtio')
  part.pass('target.dev', `vd${String.fromCodePoint(97 + Math.min(index, 25))}`)
  if (index === saying.seedIndex) for (const key of ['device', 'target']) part.take(key, () => true)
  const isReadonly = part.pass('readonly', true)
  return [
    {
      path: file.path,
      ...(isReadonly || device === 'cdrom' ? { readonly: true } : {}),
      ...(part.pass('driver.cache', 'none') ? { direct: true } : {}),
      image_type: format === 'qcow2' ? 'Qcow2' : 'Raw',
      ...takeRows(part, [
        ['serial', 'serial', line],
        ['driver.queues', 'num_queues', whole],
        ['driver.queue_size', 'queue_size', whole],
      ]),
    },
  ]
}

function cardOf({ lacks }: Saying, part: Part): Record<string, unknown>[] {
  const type = part.text('type') ?? 'user'
  const tap = part.take('target.dev', line)
  if (type !== 'bridge' && !(type === 'ethernet' && tap !== undefined)) return []
  part.pass('type', type)
  part.pass('model.type', 'virtio')
  if (type === 'bridge') {
    const bridge = part.take('source.bridge', line) ?? ''
    lacks.push({
      path: [...part.path, 'source'],
      message: 'A card is on a tap, which nothing puts on a bridge.',
      byHand: `Put it there: ip link set TAP master ${/^[\w.-]{1,15}$/.exec(bridge)?.[0] ?? 'BRIDGE'}.`,
      inPart: true,
    })
  }
  return [
    {
      ...(tap === undefined ? {} : { tap }),
      ...takeRows(part, [
        ['mac.address', 'mac', mac],
        ['mtu.size', 'mtu', whole],
        [
          'driver.queues',
          'num_queues',
          (held) => ((whole(held) ?? 0) > 0 ? 2 * (whole(held) ?? 0) : undefined),
        ],
        ['driver.rx_queue_size', 'queue_size', whole],
      ]),
    },
  ]
}

function rngOf(root: Part): Record<string, unknown> | undefined {
  const [first] = root.parts('devices.rng')
  if (first === undefined || (first.text('backend.model') ?? 'random') !== 'random') return undefined
  const src = first.take('backend.value', line)
  if (src === undefined) return undefined
  first.pass('model', 'virtio')
  first.pass('backend.model', 'random')
  return { src }
}

function shareOf(part: Part, script: string[]): Record<string, unknown>[] {
  const tag = part.text('target.dir') ?? ''
  const source = part.text('source.dir')
  if (part.text('driver.type') !== 'virtiofs' || source === undefined || !/^[\w.-]{1,36}$/.test(tag))
    return []
  for (const key of ['driver.type', 'target.dir', 'source.dir']) part.take(key, () => true)
  part.pass('type', 'mount')
  part.pass('accessmode', 'passthrough')
  const isReadonly = part.pass('readonly', true)
  const socket = `./fs-${tag}.sock`
  script.push(
    `/usr/libexec/virtiofsd --socket-path ${socket} --shared-dir ${shellHostPath(source)}${isReadonly ? ' --readonly' : ''} &\n`,
  )
  return [{ tag, socket, num_queues: 1, queue_size: 1024 }]
}

function deviceOf(part: Part): Record<string, unknown>[] {
  const address = part.text('type') === 'pci' ? pciAddress(part.peek('source')) : undefined
  if (address === undefined) return []
  for (const key of ['domain', 'bus', 'slot', 'function']) part.take(`source.${key}`, () => true)
  part.pass('mode', 'subsystem')
  part.pass('type', 'pci')
  return [{ path: `/sys/bus/pci/devices/${address}/` }]
}

function vsockOf(root: Part): Record<string, unknown> | undefined {
  const cid = root.take('devices.vsock.cid.address', (held) => (Number(held) > 2 ? Number(held) : undefined))
  if (cid === undefined) return undefined
  root.pass('devices.vsock.model', 'virtio')
  root.pass('devices.vsock.cid.auto', 'no')
  return { cid, socket: './vsock.sock' }
}

function platformOf(root: Part): Record<string, unknown> | undefined {
  const said = takeRows(root, platform)
  if (Object.keys(said).length === 0) return undefined
  root.pass('sysinfo.type', 'smbios')
  root.pass('os.smbios', 'sysinfo')
  return said
}

function tpmOf(root: Part, script: string[]): Record<string, unknown> | undefined {
  const [tpm] = root.parts('devices.tpm')
  if (tpm === undefined || (tpm.text('backend.type') ?? 'emulator') !== 'emulator') return undefined
  tpm.pass('backend.type', 'emulator')
  tpm.pass('backend.version', '2.0')
  tpm.pass('model', 'tpm-crb')
  script.push(
    'mkdir -p tpm\nswtpm socket --tpm2 --tpmstate dir=tpm --ctrl type=unixio,path=./tpm.sock --daemon\n',
  )
  return { socket: './tpm.sock' }
}

function scriptText({ resolved }: Saying, lines: readonly string[]): string {
  return `#!/bin/sh
# ${shellComment(resolved.design.name)} on Cloud Hypervisor. Written by vmwright: sh run.sh
set -eu
cd "$(dirname "$0")"
${lines.join('')}
socket=${shellWord('./api.sock')}
rm -f "$socket"
cloud-hypervisor --api-socket path="$socket" &
vmm=$!
until [ -S "$socket" ]; do kill -0 "$vmm"; sleep 0.1; done
curl -fsS --unix-socket "$socket" -X PUT http://localhost/api/v1/vm.create -H 'Content-Type: application/json' --data-binary @config.json
curl -fsS --unix-socket "$socket" -X PUT http://localhost/api/v1/vm.boot
wait "$vmm"
`
}
