/**
 * The commands of a comparison, run by a real libvirt 11.3: each pair is a VM that is defined or runs, and what it is to
 * be. Once they ran, what libvirt dumps is equal to what was wanted.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { compare, type Domain, readDomainXml, withSpecElement } from '../../src/core/index.ts'
import { guestImage, inLab, labIsMissing, labScript } from './lab.ts'

const reason = labIsMissing()
const folder = reason === undefined ? mkdtempSync('/var/tmp/vmwright-compare-') : ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

const image = (name: string) => path.join(folder, `${name}.img`)
const ports = Array.from({ length: 14 }, (_, index) => index + 1)

/** A VM with room for devices. */
const base = (name: string) => `<domain type='qemu'>
  <name>${name}</name>
  <memory unit='MiB'>128</memory>
  <vcpu current='1'>2</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <features><acpi/></features>
  <cpu mode='maximum'/>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/><source file='${image('a')}'/><target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'>
      <driver name='qemu' type='raw'/><target dev='sda' bus='sata'/><readonly/>
    </disk>
    <controller type='pci' index='0' model='pcie-root'/>
    ${ports.map((port) => `<controller type='pci' index='${port}' model='pcie-root-port'/>`).join('')}
    <interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>
    <serial type='pty'/>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
    <input type='tablet' bus='usb'/>
    <graphics type='vnc' port='-1' autoport='yes'/>
    <video><model type='virtio'/></video>
  </devices>
</domain>
`

/** One VM, how its XML becomes what is wanted, and when each difference is in force. */
interface Pair {
  readonly name: string
  readonly running: boolean
  /** The guest's image is booted in it, for what a guest has to do. */
  readonly boots?: boolean
  readonly edit: (xml: string) => string
  /** What the VM has beside `base` in the beginning. */
  readonly start?: (xml: string) => string
  readonly how: readonly string[]
}

const added = (device: string) => (xml: string) => xml.replace('</devices>', `${device}</devices>`)
const replaced = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to)
const beside = (element: string) => (xml: string) => xml.replace('<os>', `${element}<os>`)
const all =
  (...edits: readonly ((xml: string) => string)[]) =>
  (xml: string) =>
    edits.reduce((text, edit) => edit(text), xml)

const disk = (dev: string, bus: string) =>
  `<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='${image(dev)}'/><target dev='${dev}' bus='${bus}'/></disk>`

const live = (count: number) => Array.from({ length: count }, () => 'live')
const later = (count: number) => Array.from({ length: count }, () => 'restart')
const anew = (count: number) => Array.from({ length: count }, () => 'new definition')

const whileItRuns: readonly Omit<Pair, 'running'>[] = [
  {
    name: 'plugged-in',
    edit: all(
      added(disk('vdb', 'virtio')),
      added("<controller type='scsi' index='0' model='virtio-scsi'/>"),
      added(disk('sdb', 'scsi')),
      added("<interface type='user'><model type='e1000e'/></interface>"),
      added("<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>"),
      added("<channel type='unix'><target type='virtio' name='org.example.0'/></channel>"),
      added("<serial type='pty'><target type='usb-serial' port='1'/></serial>"),
    ),
    how: live(7),
  },
  {
    name: 'plugged-out',
    edit: all(replaced("<input type='tablet' bus='usb'/>", ''), replaced(/<channel .*<\/channel>/, '')),
    how: ['live', 'live'],
  },
  {
    name: 'settings',
    edit: all(
      replaced("<target dev='sda'", `<source file='${image('cd')}'/><target dev='sda'`),
      replaced(
        "<model type='virtio'/></interface>",
        "<model type='virtio'/><link state='down'/></interface>",
      ),
      replaced("<target dev='vda'", "<iotune><total_iops_sec>100</total_iops_sec></iotune><target dev='vda'"),
      replaced("<vcpu current='1'>", "<vcpu current='2'>"),
      beside(
        "<cputune><shares>512</shares><vcpupin vcpu='0' cpuset='0-1'/><emulatorpin cpuset='0'/></cputune>" +
          "<memtune><hard_limit unit='GiB'>2</hard_limit></memtune><iothreads>2</iothreads>" +
          "<title>it's a title</title><description>two\nXML\nlines</description>",
      ),
    ),
    how: live(11),
  },
  {
    name: 'after-restart',
    edit: all(
      replaced("<memory unit='MiB'>128", "<memory unit='MiB'>256"),
      replaced("type='raw'/><source", "type='raw' cache='none'/><source"),
      replaced("<model type='virtio'/></video>", "<model type='vga'/></video>"),
      replaced("<cpu mode='maximum'/>", "<cpu mode='custom'><model>qemu64</model></cpu>"),
      added("<sound model='ich9'/>"),
      added(disk('vdb', 'virtio')),
    ),
    how: ['live', ...later(3), 'restart', 'restart', 'restart', 'restart'],
  },
]

const metadata = (text: string) => `<metadata><a:note xmlns:a='urn:a'>${text}</a:note></metadata>`

const storedText = 'vms:\n  # <&> "\n  holds-its-design: { ram: 128M }\n'

const alsoWhileItRuns: readonly Omit<Pair, 'running'>[] = [
  {
    name: 'nic-model',
    edit: replaced("<model type='virtio'/></interface>", "<model type='e1000e'/></interface>"),
    how: ['restart'],
  },
  {
    name: 'unplugged',
    start: all(
      added("<controller type='scsi' index='0' model='virtio-scsi'/>"),
      added(disk('sdb', 'scsi')),
      added(disk('sdc', 'usb')),
    ),
    edit: replaced(
      /<disk type='file' device='disk'><driver name='qemu' type='raw'\/><source file='[^']*sd.\.img'\/>.*?<\/disk>/g,
      '',
    ),
    how: live(2),
  },
  {
    name: 'fewer-vcpus',
    start: replaced("<vcpu current='1'>2", '<vcpu>4'),
    edit: replaced('<vcpu>4', '<vcpu>2'),
    how: ['restart', 'restart'],
  },
  {
    name: 'display',
    edit: replaced(
      "<graphics type='vnc' port='-1' autoport='yes'/>",
      "<graphics type='vnc' port='-1' autoport='yes' keymap='de'><listen type='address' address='0.0.0.0'/></graphics>",
    ),
    how: ['restart'],
  },
  {
    name: 'share',
    edit: added(
      "<filesystem type='mount' accessmode='mapped'><source dir='/srv'/><target dir='data'/><readonly/></filesystem>",
    ),
    how: ['restart'],
  },
  {
    name: 'boot-order',
    edit: all(
      replaced("<target dev='sda' bus='sata'/>", "<target dev='sda' bus='sata'/><boot order='1'/>"),
      replaced("<target dev='vda' bus='virtio'/>", "<target dev='vda' bus='virtio'/><boot order='2'/>"),
      replaced("<model type='virtio'/></interface>", "<model type='virtio'/><boot order='3'/></interface>"),
    ),
    how: later(3),
  },
  {
    name: 'cpu-model',
    edit: replaced(
      "<cpu mode='maximum'/>",
      "<cpu mode='custom' match='exact' check='none'><model fallback='forbid'>Nehalem</model><topology sockets='2' cores='1' threads='1'/></cpu>",
    ),
    how: later(7),
  },
  {
    name: 'notes',
    start: all(beside('<title>old</title>'), beside(metadata('old'))),
    edit: all(
      replaced('<title>old</title>', '<description>new</description>'),
      replaced('>old</a:note>', '>new</a:note>'),
    ),
    how: ['live', 'live', ...anew(1)],
  },
  {
    name: 'holds-its-design',
    start: (xml) => withSpecElement(xml, storedText) ?? xml,
    edit: beside('<title>new</title>'),
    how: live(1),
  },
  {
    name: 'watchdog',
    edit: all(
      added("<watchdog model='i6300esb' action='reset'/>"),
      added("<panic model='isa'/>"),
      added("<sound model='ac97'/>"),
    ),
    how: ['restart', ...later(1), 'restart'],
  },
  {
    name: 'buses',
    edit: all(
      added("<serial type='pty'><target type='isa-serial' port='1'/></serial>"),
      added("<controller type='usb' index='0' model='qemu-xhci'/>"),
      added("<controller type='virtio-serial' index='1'/>"),
      added("<hub type='usb'/>"),
    ),
    how: ['restart', 'restart', ...anew(1)],
  },
  {
    name: 'machine',
    start: replaced("machine='q35'", "machine='pc-q35-9.2'"),
    edit: all(
      replaced("machine='pc-q35-9.2'", "machine='pc-q35-10.0'"),
      replaced('<acpi/>', "<acpi/><hyperv><relaxed state='on'/></hyperv>"),
      replaced('<devices>', "<clock offset='utc'><timer name='hpet' present='no'/></clock><devices>"),
    ),
    how: later(3),
  },
]

const guestDisk = `<disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/><source file='${image('guest')}'/><target dev='vda' bus='virtio'/>
    </disk>`

const whileItBoots: readonly Omit<Pair, 'running'>[] = [
  {
    name: 'gives-memory-back',
    boots: true,
    start: all(
      replaced(/<disk type='file' device='disk'>.*?<\/disk>/s, guestDisk),
      replaced("<memory unit='MiB'>128", "<memory unit='MiB'>512"),
    ),
    edit: beside("<currentMemory unit='MiB'>448</currentMemory>"),
    how: live(1),
  },
]

const whileItIsOff: readonly Omit<Pair, 'running'>[] = [
  { name: 'rename', edit: replaced('<name>rename', '<name>renamed'), how: ['restart'] },
  {
    name: 'memory-and-cpus',
    edit: all(
      replaced(
        "<memory unit='MiB'>128</memory>",
        "<memory unit='MiB'>512</memory><currentMemory unit='MiB'>256</currentMemory>",
      ),
      replaced("<vcpu current='1'>2", '<vcpu>4'),
    ),
    how: ['restart', 'restart', 'restart', 'restart'],
  },
  {
    name: 'less',
    edit: all(
      replaced("<memory unit='MiB'>128</memory>", "<memory unit='MiB'>64</memory>"),
      replaced("<vcpu current='1'>2", '<vcpu>1'),
      replaced(/<interface .*<\/interface>/, ''),
      replaced(/<graphics [^>]*\/>/, ''),
      replaced(/<video>.*<\/video>/, ''),
    ),
    how: ['live', 'live', ...later(2), 'restart', 'restart'],
  },
  {
    name: 'card-changed',
    edit: all(
      replaced(
        "<model type='virtio'/></interface>",
        "<model type='e1000e'/><link state='down'/></interface>",
      ),
      replaced("bus='usb'/>", "bus='virtio'/>"),
    ),
    how: ['live', 'live', 'restart'],
  },
  {
    name: 'many-settings',
    edit: all(
      replaced("<vcpu current='1'>2", '<vcpu>4'),
      replaced(
        "<cpu mode='maximum'/>",
        "<cpu mode='maximum'><topology sockets='1' cores='2' threads='2'/></cpu>",
      ),
      replaced('hvm</type>', "hvm</type><boot dev='cdrom'/><boot dev='hd'/><bootmenu enable='yes'/>"),
      replaced('<devices>', "<clock offset='localtime'/><on_crash>restart</on_crash><devices>"),
      replaced('<acpi/>', '<acpi/><apic/>'),
    ),
    how: later(10),
  },
  {
    name: 'devices',
    edit: all(
      added("<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>"),
      added("<watchdog model='i6300esb' action='reset'/>"),
      added(
        "<filesystem type='mount' accessmode='mapped'><source dir='/srv'/><target dir='data'/></filesystem>",
      ),
      added("<console type='pty'><target type='virtio' port='1'/></console>"),
      added("<panic model='pvpanic'/>"),
      added(
        "<hostdev mode='subsystem' type='usb' managed='yes'><source><vendor id='0x1234'/><product id='0x5678'/></source></hostdev>",
      ),
      added("<memballoon model='none'/>"),
    ),
    how: ['live', 'live', 'live', ...later(3), 'restart'],
  },
  {
    name: 'host-devices',
    edit: all(
      added(
        "<hostdev mode='subsystem' type='mdev' model='vfio-pci' display='off'><source><address uuid='c2177883-f1bb-47f0-914d-32a22e3a8804'/></source></hostdev>",
      ),
      added(
        "<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x65' slot='0x00' function='0x0'/></source><rom bar='off'/></hostdev>",
      ),
      added("<vsock model='virtio'><cid auto='no' address='7'/></vsock>"),
      added("<redirdev bus='usb' type='spicevmc'/>"),
      added("<graphics type='spice' autoport='yes'/>"),
    ),
    how: [...live(4), ...anew(1)],
  },
  {
    name: 'firmware',
    edit: all(
      replaced('<os>', "<os firmware='efi'>"),
      replaced('</type></os>', "</type><firmware><feature enabled='no' name='secure-boot'/></firmware></os>"),
      replaced('<acpi/>', "<acpi/><smm state='on'/>"),
    ),
    how: later(3),
  },
  {
    name: 'uuid',
    edit: replaced('</name>', '</name><uuid>2b1d5a76-0f0e-4d0c-9d2b-6a0f5c1f2e3d</uuid>'),
    how: ['new definition'],
  },
]

/** All that virt-xml is asked to change, but for what stands in pairs of its own. */
const manyWords = {
  features:
    "<acpi/><apic eoi='on'/><pae/><hyperv mode='custom'><relaxed state='on'/><vapic state='on'/><spinlocks state='on' retries='8191'/>" +
    "<vpindex state='on'/><runtime state='on'/><synic state='on'/><stimer state='on'><direct state='on'/></stimer><reset state='on'/>" +
    "<frequencies state='on'/><reenlightenment state='on'/><tlbflush state='on'/><ipi state='on'/></hyperv>" +
    "<kvm><hidden state='on'/><hint-dedicated state='on'/><poll-control state='on'/></kvm>" +
    "<pvspinlock state='on'/><pmu state='off'/><vmport state='off'/><vmcoreinfo state='on'/>",
  beside:
    "<memoryBacking><hugepages/><nosharepages/><locked/><source type='memfd'/><access mode='shared'/>" +
    "<allocation mode='immediate' threads='2'/><discard/></memoryBacking>",
  behind:
    '<on_reboot>destroy</on_reboot><on_crash>preserve</on_crash><on_lockfailure>poweroff</on_lockfailure>' +
    "<pm><suspend-to-mem enabled='no'/><suspend-to-disk enabled='yes'/></pm>",
}
const manyWordsIn = all(
  replaced('<acpi/>', manyWords.features),
  beside(manyWords.beside),
  replaced('<devices>', `${manyWords.behind}<devices>`),
  replaced(
    "type='virtio'/></video>",
    "type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1'/></video>",
  ),
)

const inWordsOfVirtXml: readonly Omit<Pair, 'running'>[] = [
  { name: 'words-added', edit: manyWordsIn, how: later(39) },
  { name: 'words-removed', start: manyWordsIn, edit: () => base('words-removed'), how: later(38) },
  {
    name: 'words-of-lists',
    start: replaced(
      '<devices>',
      "<clock offset='utc'><timer name='rtc' tickpolicy='delay'/><timer name='pit' tickpolicy='delay'/></clock><devices>",
    ),
    edit: all(
      replaced(
        /<clock .*<\/clock>/,
        "<clock offset='utc'><timer name='pit' tickpolicy='discard'/><timer name='rtc' tickpolicy='delay' track='guest'/>" +
          "<timer name='hpet' present='no'/><timer name='tsc' mode='auto'/></clock>",
      ),
      replaced("<vcpu current='1'>2", "<vcpu current='2'>8"),
      replaced(
        "<cpu mode='maximum'/>",
        "<cpu mode='custom' match='minimum' check='none'><model fallback='allow'>Haswell</model><vendor>Intel</vendor>" +
          "<topology sockets='2' dies='2' cores='2' threads='1'/><cache mode='disable'/>" +
          "<feature policy='require' name='vmx'/><feature policy='disable' name='svm'/></cpu>",
      ),
      replaced('<acpi/>', "<acpi/><smm state='on'/>"),
      replaced('<os>', "<os firmware='efi'>"),
      replaced(
        '</type></os>',
        "</type><firmware><feature enabled='yes' name='enrolled-keys'/><feature enabled='yes' name='secure-boot'/></firmware>" +
          "<boot dev='cdrom'/><boot dev='hd'/><bootmenu enable='yes' timeout='3000'/></os>",
      ),
    ),
    how: later(20),
  },
  {
    name: 'processor',
    start: replaced("<cpu mode='maximum'/>", "<cpu mode='custom' match='exact'><model>qemu64</model></cpu>"),
    edit: replaced(/<cpu .*<\/cpu>/, "<cpu mode='host-passthrough' check='none' migratable='off'/>"),
    how: later(3),
  },
  {
    name: 'devices-gone',
    start: all(
      added("<tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm>"),
      added("<panic model='isa'/><panic model='pvpanic'/>"),
    ),
    edit: all(
      () => base('devices-gone'),
      replaced(/<graphics [^>]*\/>/, ''),
      replaced(/<video>.*<\/video>/, ''),
    ),
    how: later(5),
  },
]

/** In the order in which the lab takes them. */
const pairs: readonly Pair[] = [
  ...[...whileItRuns, ...alsoWhileItRuns, ...whileItBoots].map((pair) => ({ ...pair, running: true })),
  ...[...whileItIsOff, ...inWordsOfVirtXml].map((pair) => ({ ...pair, running: false })),
].toSorted((one, other) => (`${one.name}.xml` < `${other.name}.xml` ? -1 : 1))

function domainOf(xml: string): Domain {
  const [read] = readDomainXml(xml).domains
  if (read === undefined) throw new Error(`no domain in ${xml}`)
  return read.domain
}

function fileOf({ name }: Pair, kind: string): string {
  return path.join(folder, `${name}.${kind}`)
}

/** What libvirt was given in the beginning, with the edit. */
function wantedOf(pair: Pair): Domain {
  return domainOf(pair.edit(startOf(pair)))
}

function startOf({ name, start = (xml) => xml }: Pair): string {
  return start(base(name))
}

/** Answers each VM that the lab dumps with the commands of its comparison, until it has dumped all. */
async function answer(answered: Map<string, readonly string[]>, isOver: () => boolean): Promise<void> {
  for (const pair of pairs) {
    while (!existsSync(fileOf(pair, 'before'))) {
      if (isOver()) return
      await setTimeout(20)
    }
    const before = domainOf(readFileSync(fileOf(pair, 'before'), 'utf8'))
    const { differences, script } = compare(before, wantedOf(pair))
    answered.set(pair.name, differences.map(({ how }) => how).toSorted())
    writeFileSync(fileOf(pair, 'writing'), script)
    renameSync(fileOf(pair, 'writing'), fileOf(pair, 'sh'))
  }
}

describe('the commands of a comparison', () => {
  test.skipIf(reason !== undefined)(
    'make a VM what it is to be, while it runs, after a restart, and while it is off',
    async () => {
      chmodSync(folder, 0o755)
      for (const name of ['a', 'vdb', 'sdb', 'sdc', 'cd']) {
        writeFileSync(image(name), new Uint8Array(0x100000))
        chmodSync(image(name), 0o666)
      }
      copyFileSync(guestImage, image('guest'))
      chmodSync(image('guest'), 0o666)
      for (const pair of pairs) {
        writeFileSync(fileOf(pair, 'xml'), startOf(pair))
        if (pair.running) writeFileSync(fileOf(pair, 'running'), '')
        if (pair.boots === true) writeFileSync(fileOf(pair, 'boots'), '')
      }
      writeFileSync(path.join(folder, 'compare.sh'), readFileSync(labScript('compare.sh')))
      const answered = new Map<string, readonly string[]>()
      let isOver = false
      const lab = inLab(folder, 'root', ['sh', path.join(folder, 'compare.sh'), folder]).finally(() => {
        isOver = true
      })
      await Promise.all([lab, answer(answered, () => isOver)])
      const { printed } = await lab
      const rows = pairs.map((pair) => {
        if (!existsSync(fileOf(pair, 'after')))
          return { name: pair.name, how: answered.get(pair.name), left: [`no end: ${said(pair)} ${printed}`] }
        // As it is now, and as it will be when it starts again.
        const left = ['after', 'defined'].flatMap((kind) => {
          const domain = domainOf(readFileSync(fileOf(pair, kind), 'utf8'))
          return compare(domain, wantedOf(pair)).differences.map(({ words }) => `${kind}: ${words}`)
        })
        return {
          name: pair.name,
          how: answered.get(pair.name),
          left: left.length === 0 ? [] : [...left, said(pair)],
        }
      })
      const kept = readDomainXml(readFileSync(path.join(folder, 'holds-its-design.after'), 'utf8')).domains[0]
      expect(kept?.spec?.text).toBe(storedText)
      expect(rows).toEqual(pairs.map(({ name, how }) => ({ name, how: how.toSorted(), left: [] })))
    },
    600_000,
  )
})

function said(pair: Pair): string {
  return existsSync(fileOf(pair, 'said')) ? readFileSync(fileOf(pair, 'said'), 'utf8') : ''
}
