/** From a design to a Vagrantfile. vagrant-libvirt, docs/configuration.markdown, 0.12. */
import { rubyText, shellComment } from '../../text/index.ts'
import { labelOf } from '../labels.ts'
import { seedName } from '../plain/disk-file.ts'
import { takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import type { PlainTarget } from '../plain/writer.ts'
import { devicesOf } from './devices.ts'
import { disksOf } from './disks.ts'
import { machineOf, rows } from './machine.ts'
import { networkOf, shareOf } from './network.ts'
import { ruby } from './ruby.ts'

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
