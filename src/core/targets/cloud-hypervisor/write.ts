/** From a design to what PUT /api/v1/vm.create takes. vmm/src/api/openapi/cloud-hypervisor.yaml, VmConfig, v53. */
import { line, words } from '../plain/codecs.ts'
import { seedName } from '../plain/disk-file.ts'
import { orNothing, takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import type { PlainTarget } from '../plain/writer.ts'
import { noWork } from '../reason.ts'
import { cardOf, deviceOf, diskOf, rngOf, shareOf, tpmOf, vsockOf } from './devices.ts'
import { platformOf } from './platform.ts'
import { cpusOf, memoryOf, payloadOf } from './processor.ts'
import { scriptText } from './script.ts'

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
