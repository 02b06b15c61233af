/**
 * From a design to `openstack flavor create`, `image create` and `server create`. The words are those of glance’s
 * etc/metadefs and of nova/api/validation/extra_specs/hw.py.
 */

import { usualDiskSize } from '../../bundle/index.ts'
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { shellComment, shellWord } from '../../text/index.ts'
import { labelOf } from '../labels.ts'
import { line, mebibytes, whole, words } from '../plain/codecs.ts'
import { passSeed } from '../plain/disk-file.ts'
import { rootImage } from '../plain/image.ts'
import type { Codec } from '../plain/part.ts'
import { type Row, takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import { takeTopology } from '../plain/topology.ts'
import type { PlainTarget } from '../plain/writer.ts'
import { noWork } from '../reason.ts'

const byHand = 'Ask whoever runs the cloud: what a host gives its VMs is theirs to say.'

export const openstackTarget: PlainTarget<Record<never, never>> = {
  id: 'openstack',
  name: 'OpenStack',
  options: {},
  usual: [
    ['type', 'kvm'],
    ['cpu.mode', 'host-passthrough'],
    ['os.arch', 'x86_64'],
    ['devices.serial', [{ type: 'pty', target: { port: 0 } }]],
    ['devices.console', [{ type: 'pty', target: { type: 'serial', port: 0 } }]],
    ['devices.memballoon.model', 'virtio'],
  ],
  reasons: [
    {
      at: ['devices.hostdevs'],
      message: 'Devices of a host have an alias there, which a flavor names.',
      byHand: 'Ask for the alias, and add --property pci_passthrough:alias=NAME:1 to the flavor.',
    },
    {
      at: ['devices.interfaces.*'],
      message:
        'A card is a port of a network of the project’s; which model all cards are of is a property of the image.',
      byHand: 'Make the port with openstack port create, with its MAC, and name it in create.sh.',
    },
    {
      at: ['devices.disks.*'],
      message: 'The image becomes the root disk; all other disks are volumes, and caches are the host’s.',
      byHand: 'Make volumes with openstack volume create, and attach them with openstack server add volume.',
    },
    {
      at: ['devices.graphics', 'devices.inputs', 'devices.video'],
      message:
        'The screen is seen by the console of the cloud; an image says the model of the card and whether there is a tablet.',
      byHand: 'openstack console url show prints its address.',
    },
    {
      at: ['cputune', 'vcpu', 'numatune'],
      message: 'A flavor says that CPUs are its own, not which.',
      byHand,
    },
    {
      at: ['name', 'description', 'title'],
      message: 'A flavor and an image are called by a label, and so is the server.',
      byHand: noWork,
      inPart: true,
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
    snapshot: '`openstack server image create` takes one, as an image.',
  },
  say,
}

/** Of the flavor. */
const flavorRows: readonly Row[] = [
  ['memory_backing.hugepages', 'hw:mem_page_size', pageSize],
  [
    'launch_security.type',
    'hw:mem_encryption_model',
    words({ sev: 'amd-sev', 'sev-es': 'amd-sev-es', 'sev-snp': 'amd-sev-snp' }),
  ],
  ['devices.iommu.model', 'hw:viommu_model', words({ intel: 'intel', smmuv3: 'smmuv3', virtio: 'virtio' })],
]

/** Of the image. */
const imageRows: readonly Row[] = [
  ['os.machine', 'hw_machine_type', line],
  ['os.firmware', 'hw_firmware_type', words({ efi: 'uefi', bios: 'bios' })],
  ['os.cmdline', 'os_command_line', line],
  ['os.bootmenu.enable', 'hw_boot_menu', words({ yes: 'true', no: 'false' })],
  ['features.pmu.state', 'hw_pmu', words({ on: 'true', off: 'false' })],
  ['features.kvm.hidden', 'img_hide_hypervisor_id', words({ on: 'yes', off: 'no' })],
]

const actions = words({ reset: 'reset', poweroff: 'poweroff', pause: 'pause', none: 'none' })

/** Pages of one size, for all of the memory. */
function pageSize(held: unknown): string | undefined {
  const size = typeof held === 'object' && held !== null ? Object.entries(held) : [['', '']]
  if (size.length === 0) return 'large'
  const [[key, text] = ['', '']] = size
  const found = key === 'size' && size.length === 1 ? (sizeInBytes(String(text), 1024) ?? 0) : 0
  return found > 0 && found % 1024 === 0 ? `${found / 1024}KB` : undefined
}

function say(saying: Saying) {
  const { root, resolved, cloudInit } = saying
  const name = labelOf(resolved.design.name, 'vm')
  root.take('name', (held) => (held === name ? true : undefined))
  const image = rootImage(resolved)
  const flavor = flavorOf(saying)
  const properties = imageOf(saying, image?.index)
  const userData = cloudInit.files.find((file) => file.name === 'user-data')
  const seed = root.parts('devices.disks')[saying.seedIndex ?? -1]
  if (seed !== undefined && userData !== undefined) {
    passSeed(seed)
    for (const other of cloudInit.files)
      if (other.name !== 'user-data') lackOfSeed(saying, seed.path, other.name)
  }
  const label = shellWord(name)
  const script = `#!/bin/sh
# ${shellComment(resolved.design.name)} on OpenStack. Written by vmwright: sh create.sh [NETWORK]
set -eu
cd "$(dirname "$0")"
network=\${1:-private}
${(image?.lines ?? ['# The image that it boots from: install one by the bundle, and name it here.\nimage=disk.qcow2\n']).join('')}
openstack flavor create ${label} --vcpus ${flavor.vcpus} --ram ${flavor.ram} --disk ${flavor.disk}${optionsOf(flavor.properties)}
qemu-img convert -O qcow2 "$image" image.qcow2
openstack image create ${label} --disk-format qcow2 --container-format bare --file image.qcow2${optionsOf(properties)}
openstack server create ${label} --flavor ${label} --image ${label} --network "$network"${userData === undefined ? '' : ' --config-drive true --user-data user-data'} --wait
`
  return [
    {
      name: 'create.sh',
      about: 'makes the flavor, the image and the server',
      language: 'shell' as const,
      text: script,
      executable: true as const,
    },
    ...(userData === undefined || seed === undefined
      ? []
      : [
          {
            name: 'user-data',
            about: 'what cloud-init is told',
            language: 'yaml' as const,
            text: userData.text,
          },
        ]),
  ]
}

function lackOfSeed({ lacks }: Saying, path: Path, file: string): void {
  lacks.push({
    path,
    message: `The cloud makes ${file} itself, of the name of the server and the ports of its network.`,
    byHand: noWork,
    inPart: true,
    severity: 'advice',
  })
}

function optionsOf(properties: Readonly<Record<string, unknown>>): string {
  return Object.entries(properties)
    .map(([key, value]) => ` \\\n  --property ${shellWord(`${key}=${String(value)}`)}`)
    .join('')
}

function flavorOf({ root, resolved }: Saying) {
  const properties = takeRows(root, flavorRows)
  const count = root.take('vcpu.value', whole) ?? 1
  const topology = takeTopology(root, { dies: false })
  for (const [key, value] of Object.entries(topology ?? {})) properties[`hw:cpu_${key}`] = value
  if (root.peek('cputune.vcpupin') !== undefined) properties['hw:cpu_policy'] = 'dedicated'
  const [tpm] = root.parts('devices.tpm')
  if (tpm?.pass('backend.type', 'emulator')) {
    const version = tpm.take('backend.version', words({ '1.2': '1.2', '2.0': '2.0' }))
    const model = tpm.take('model', words({ 'tpm-crb': 'tpm-crb', 'tpm-tis': 'tpm-tis' }))
    properties['hw:tpm_version'] = version ?? '2.0'
    if (model !== undefined) properties['hw:tpm_model'] = model
  }
  const [watchdog] = root.parts('devices.watchdog')
  const action = watchdog?.take('action', actions)
  if (action !== undefined) {
    properties['hw:watchdog_action'] = action
    watchdog?.pass('model', 'i6300esb')
  }
  if (properties['hw:mem_encryption_model'] !== undefined) properties['hw:mem_encryption'] = 'true'
  const bytes =
    sizeInBytes(resolved.design.spec.disk_size ?? resolved.newDisks[0]?.size ?? '') ?? usualDiskSize
  return {
    vcpus: count,
    ram: root.take('memory.value', mebibytes) ?? 1024,
    disk: Math.max(1, Math.ceil(bytes / 1024 ** 3)),
    properties,
  }
}

function imageOf(saying: Saying, rootIndex: number | undefined): Record<string, unknown> {
  const { root, resolved } = saying
  const properties = takeRows(root, imageRows)
  const both = ['secure-boot', 'enrolled-keys'].map((name) => ({ enabled: true, name }))
  if (root.pass('os.firmware_features', both, both.toReversed())) {
    properties['os_secure_boot'] = 'required'
    root.pass('features.smm', true)
  }
  const disks = root.parts('devices.disks')
  const disk =
    disks[
      rootIndex ??
        disks.findIndex((part) => resolved.newDisks.some(({ file }) => file === part.peek('source.file')))
    ]
  if (disk !== undefined) {
    properties['hw_disk_bus'] =
      disk.take('target.bus', oneOf('scsi', 'virtio', 'ide', 'usb', 'fdc', 'sata')) ?? 'virtio'
    if (properties['hw_disk_bus'] === 'scsi') properties['hw_scsi_model'] = 'virtio-scsi'
    disk.pass('device', 'disk')
    disk.pass('target.dev', 'vda', 'sda')
    disk.pass('type', 'file')
    disk.pass('driver', { name: 'qemu', type: 'qcow2' }, { name: 'qemu', type: 'raw' })
    if (disk.peek('source.file') === resolved.paths.disk) disk.take('source.file', () => true)
  }
  const [card] = root.parts('devices.interfaces')
  const model = card?.take(
    'model.type',
    oneOf('e1000', 'e1000e', 'ne2k_pci', 'pcnet', 'rtl8139', 'spapr-vlan', 'virtio', 'igb'),
  )
  if (model !== undefined) properties['hw_vif_model'] = model
  if (card !== undefined && (whole(card.peek('driver.queues')) ?? 1) > 1)
    properties['hw_vif_multiqueue_enabled'] = 'true'
  const [video] = root.parts('devices.video')
  const shown = video?.take('model', oneOf('vga', 'cirrus', 'qxl', 'virtio', 'gop', 'none', 'bochs'))
  if (shown !== undefined) properties['hw_video_model'] = shown
  if (root.pass('devices.rng', [{ model: 'virtio', backend: { value: '/dev/urandom', model: 'random' } }]))
    properties['hw_rng_model'] = 'virtio'
  const agent = root.parts('devices.channels').find((part) => part.peek('name') === 'org.qemu.guest_agent.0')
  if (agent?.pass('type', 'unix')) {
    properties['hw_qemu_guest_agent'] = 'yes'
    agent.pass('target_type', 'virtio')
    agent.pass('source', { mode: 'bind' })
    agent.take('name', () => true)
  }
  if (root.pass('devices.inputs', [{ type: 'tablet', bus: 'usb' }]))
    properties['hw_pointer_model'] = 'usbtablet'
  return properties
}

function oneOf(...known: readonly string[]): Codec<string> {
  return (held) => (typeof held === 'string' && known.includes(held) ? held : undefined)
}
