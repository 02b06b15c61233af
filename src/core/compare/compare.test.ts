import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { complete } from '../complete/index.ts'
import { type Domain, renderXmlText } from '../domain/index.ts'
import { defaultHost } from '../host/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { resolve } from '../resolve/index.ts'
import { readSpecs } from '../spec/index.ts'
import { compare } from './index.ts'

const shared = path.join(import.meta.dirname, '../../../../shared')
const folders = {
  presets: path.join(import.meta.dirname, '../../presets'),
  samples: path.join(shared, 'samples/vm'),
}
const corpora = ['libvirt-11.3', 'real', 'verdicts'].map((name) => path.join(shared, 'corpus', name))

function domainOf(xml: string): Domain {
  const [read] = readDomainXml(xml).domains
  if (read === undefined) throw new Error('no domain')
  return read.domain
}

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name))
}

function wordsOf(before: Domain, after: Domain): readonly string[] {
  return compare(before, after).differences.map(({ words }) => words)
}

const designs = Object.values(folders)
  .flatMap((folder) => filesBelow(folder, '.yml'))
  .flatMap(
    (file) => readSpecs(readFileSync(file, 'utf8'), { defaultName: path.basename(file, '.yml') }).designs,
  )

describe('nothing differs', () => {
  test('between a design and itself, what libvirt adds to it, and its XML', () => {
    const different = designs.flatMap((design) => {
      const { domain, host } = resolve(design, undefined, 'libvirt')
      const completed = complete({ domain, host }).domain
      return [
        ...wordsOf(domain, domainOf(renderXmlText(domain))),
        ...wordsOf(domain, completed),
        ...wordsOf(completed, domain),
      ].map((words) => `${design.name}: ${words}`)
    })
    expect(designs.length).toBeGreaterThan(9)
    expect(different).toEqual([])
  })

  test.skipIf(!existsSync(shared))(
    'between a domain of the corpora and itself, read again (skipped without ../shared)',
    () => {
      const files = corpora.flatMap((folder) => filesBelow(folder, '.xml'))
      const different = files.flatMap((file) =>
        readDomainXml(readFileSync(file, 'utf8')).domains.flatMap(({ domain }) =>
          wordsOf(domain, domainOf(renderXmlText(domain))).map((words) => `${file}: ${words}`),
        ),
      )
      expect(files.length).toBeGreaterThan(500)
      expect(different).toEqual([])
    },
    120_000,
  )
})

const there = `<domain type='kvm'>
  <name>web</name>
  <uuid>00a041a2-31a9-43f5-a324-381854937209</uuid>
  <memory unit='KiB'>2097152</memory>
  <currentMemory unit='KiB'>2097152</currentMemory>
  <vcpu placement='static'>2</vcpu>
  <os><type arch='x86_64' machine='pc-q35-10.0'>hvm</type><boot dev='hd'/></os>
  <features><acpi/><apic/></features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/><source file='/srv/a.qcow2'/><target dev='vda' bus='virtio'/>
      <address type='pci' domain='0x0000' bus='0x04' slot='0x00' function='0x0'/>
    </disk>
    <disk type='file' device='cdrom'><driver name='qemu' type='raw'/><target dev='sda' bus='sata'/><readonly/></disk>
    <interface type='user'><mac address='52:54:00:ed:4f:d0'/><model type='virtio'/></interface>
    <input type='tablet' bus='usb'/>
    <video><model type='virtio'/></video>
  </devices>
</domain>`
const running = there.replace("<domain type='kvm'>", "<domain type='kvm' id='3'>")

/** What is said of one change: words, when, and the commands without their XML. */
function said(before: string, edit: (xml: string) => string): readonly string[] {
  return compare(domainOf(before), domainOf(edit(before.replace(" id='3'", '')))).differences.map(
    ({ part, words, how, commands }) =>
      [`${part}: ${words}`, how, ...commands.map((command) => command.split('\n')[0])].join(' | '),
  )
}

const to =
  (from: string | RegExp, wanted: string) =>
  (xml: string): string =>
    xml.replace(from, wanted)

describe('a difference', () => {
  test.each([
    [
      'of memory',
      to(/<memory.*<\/currentMemory>/s, "<memory unit='KiB'>1048576</memory>"),
      [
        'Memory: memory 2 → 1 GiB | restart | virsh setmaxmem web 1048576KiB --config',
        'Current memory: current memory 2 → 1 GiB | live | virsh setmem web 1048576KiB --live --config',
      ],
    ],
    [
      'of vCPUs',
      to("<vcpu placement='static'>2", '<vcpu>4'),
      [
        'vCPUs: vCPUs 2 → 4 | restart | virsh setvcpus web 4 --maximum --config | virsh setvcpus web 4 --config',
        'vCPUs: at the start 2 → 4 | restart',
      ],
    ],
    [
      'of a title that has a quote',
      to('</name>', "</name><title>it's</title>"),
      [`Title: set title to it's | live | virsh desc web --live --config --title --new-desc 'it'\\''s'`],
    ],
    [
      'of a clock',
      to('<devices>', "<clock offset='localtime'/><devices>"),
      ['Clock: set offset to localtime | restart | virt-xml web --edit --clock offset=localtime'],
    ],
    [
      'of a disk’s cache',
      to("type='qcow2'", "type='qcow2' cache='none'"),
      [
        "Disks: disk vda: set driver cache to none | restart | virsh update-device web /dev/stdin --config <<'XML'",
      ],
    ],
    [
      'of the CD in a drive',
      to("<target dev='sda'", "<source file='/srv/a.iso'/><target dev='sda'"),
      [
        "Disks: disk sda: set source file to /srv/a.iso | live | virsh update-device web /dev/stdin --live --config <<'XML'",
      ],
    ],
    [
      'of a disk that is new, without a port for it',
      to('<input', "<disk type='file'><source file='/b'/><target dev='vdb' bus='virtio'/></disk><input"),
      ["Disks: add disk vdb | restart | virsh attach-device web /dev/stdin --config <<'XML'"],
    ],
    [
      'of a disk that is gone',
      to(/<disk type='file' device='disk'>.*?<\/disk>/s, ''),
      ["Disks: remove disk vda | live | virsh detach-device web /dev/stdin --live --config <<'XML'"],
    ],
    [
      'of the bridge of a card',
      to("<interface type='user'>", "<interface type='bridge'><source bridge='br0'/>"),
      [
        "Interfaces: interface virtio: type user → bridge, set source bridge to br0 | restart | virsh update-device web /dev/stdin --config <<'XML'",
      ],
    ],
    [
      'of a video card',
      to("<video><model type='virtio'/>", "<video><model type='qxl'/>"),
      [
        'Video cards: video card qxl: model virtio → qxl | restart | virt-xml web --edit 1 --video model.type=qxl',
      ],
    ],
    [
      'of its name',
      to('<name>web', '<name>other'),
      ['Name: name web → other | restart | virsh domrename web other'],
    ],
    [
      'of XML that no table has',
      to('<devices>', '<metadata><a xmlns="b"/></metadata><devices>'),
      ['Other XML: XML that vmwright has no field for | new definition'],
    ],
  ])('%s', (_, edit, wanted) => {
    expect(said(running, edit)).toEqual(wanted)
  })

  test('of a VM that is off changes its definition alone', () => {
    expect(said(there, to("<input type='tablet' bus='usb'/>", ''))).toEqual([
      "Inputs: remove input tablet | live | virsh detach-device web /dev/stdin --config <<'XML'",
    ])
  })

  test('of devices is found by what they are, wherever they stand', () => {
    const swapped = there.replace(/(<disk.*?<\/disk>)\s*(<disk.*?<\/disk>)/s, '$2$1')
    expect(swapped).not.toBe(there)
    const { differences, leftAside } = compare(domainOf(there), domainOf(swapped))
    expect(differences).toEqual([])
    expect(leftAside.map(({ path: place }) => place)).toContainEqual(['devices', 'disks'])
  })

  test('of hardware is none when only its numbers are written otherwise', () => {
    const given = (bus: string) =>
      there.replace(
        '<input',
        `<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='${bus}' slot='0x00' function='0x0'/></source></hostdev><input`,
      )
    expect(wordsOf(domainOf(given('0x01')), domainOf(given('0x1')))).toEqual([])
    expect(wordsOf(domainOf(given('0x01')), domainOf(given('0x02')))).toEqual([
      'add host device pci',
      'remove host device pci',
    ])
  })

  test('ends no command early, whatever a text says', () => {
    const { script } = compare(
      domainOf(there),
      domainOf(there.replace("file='/srv/a.qcow2'", "file='/srv/XML&#10;XML&#10;touch /tmp/x'")),
    )
    const end = /<<'(\w+)'/.exec(script)?.[1] ?? ''
    expect(script.split('\n').filter((line) => line === end)).toHaveLength(1)
  })
})

describe('the definition that is given anew', () => {
  test('keeps what libvirt added, and says what is wanted', () => {
    const { script } = compare(
      domainOf(running),
      domainOf(
        there
          .replace('<acpi/><apic/>', '<acpi/>')
          .replace(/<uuid>.*<\/uuid>/, '')
          .replace('<devices>', "<metadata><a xmlns='b'/></metadata><devices>"),
      ),
    )
    const xml = /<<'XML'\n(.*?)\nXML\n/s.exec(script)?.[1] ?? ''
    const defined = domainOf(xml)
    expect(defined.uuid).toBe('00a041a2-31a9-43f5-a324-381854937209')
    expect(defined.features?.apic).toBeUndefined()
    expect(defined.devices?.disks?.[0]?.address).toBeDefined()
    expect(script).toContain('until [ "$(virsh domstate web)" = \'shut off\' ]; do sleep 1; done')
    expect(script.trimEnd().endsWith('virsh dumpxml web | vmwright compare - DESIGN')).toBe(true)
  })

  test('is another VM where the UUID is another one', () => {
    const { differences, script } = compare(domainOf(there), domainOf(there.replace('00a041a2', '11a041a2')))
    expect(differences.map(({ how }) => how)).toEqual(['new definition'])
    expect(script).toContain('virsh undefine web --keep-nvram --keep-tpm\nvirsh define /dev/stdin')
  })
})

describe('what virsh has no command for', () => {
  /** The lines of virt-xml of a script, or that there is a new definition. */
  const linesOf = (edit: (xml: string) => string) => {
    const { script } = compare(domainOf(there), domainOf(edit(there)), { uri: 'qemu:///system' })
    return script.split('\n').filter((line) => /^virt-xml|^virsh .*define/.test(line))
  }
  const edits =
    (...all: readonly ((xml: string) => string)[]) =>
    (xml: string) =>
      all.reduce((text, edit) => edit(text), xml)

  test('is a line of virt-xml for each of its options', () => {
    expect(
      linesOf(
        edits(
          to("<boot dev='hd'/>", "<boot dev='cdrom'/><boot dev='hd'/><bootmenu enable='yes'/>"),
          to('<acpi/>', "<acpi/><smm state='on'/>"),
          to('<apic/>', ''),
          to(
            '<devices>',
            "<cpu mode='custom'><model>EPYC</model></cpu><on_crash>restart</on_crash><devices>",
          ),
          to('<input', "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm><input"),
        ),
      ),
    ).toEqual([
      'virt-xml --connect qemu:///system web --edit --features apic=no,smm.state=on',
      'virt-xml --connect qemu:///system web --edit --boot cdrom,hd,bootmenu.enable=yes',
      'virt-xml --connect qemu:///system web --edit --cpu mode=custom,model=EPYC,match=,migratable=',
      'virt-xml --connect qemu:///system web --edit --events on_crash=restart',
      'virt-xml --connect qemu:///system web --add-device --tpm model=tpm-crb,backend.type=emulator,backend.version=2.0',
    ])
  })

  test('has the orders at devices from the first to the last, and devices are taken out from the last', () => {
    const panics = to('<input', "<panic model='isa'/><panic model='pvpanic'/><input")
    const { script } = compare(domainOf(panics(there)), domainOf(there))
    expect(script.match(/--panic \d/g)).toEqual(['--panic 2', '--panic 1'])
    expect(
      linesOf(
        edits(
          to("<boot dev='hd'/>", ''),
          to("bus='virtio'/>", "bus='virtio'/><boot order='2'/>"),
          to("bus='sata'/>", "bus='sata'/><boot order='1'/>"),
        ),
      ),
    ).toEqual([
      'virt-xml --connect qemu:///system web --edit target=sda --disk boot.order=1',
      'virt-xml --connect qemu:///system web --edit target=vda --disk boot.order=2',
    ])
  })

  test.each([
    [
      'with a word that virt-xml would take apart',
      to('<devices>', '<cpu><vendor>a,b=c</vendor></cpu><devices>'),
    ],
    ['with a quote', to('<devices>', "<cpu><vendor>it's</vendor></cpu><devices>")],
    ['with XML that no table has', to('<devices>', "<clock><timer name='hpet' slew='x'/></clock><devices>")],
    ['when the VM can do without SMM', to('<acpi/>', "<acpi/><smm state='off'/>")],
    [
      'when one place has no word',
      to('<apic/>', '<apic/><tcg><tb-cache unit="MiB">8</tb-cache></tcg><pae/>'),
    ],
  ])('stays a new definition %s', (_, edit) => {
    expect(linesOf(edit)).toEqual(["virsh --connect qemu:///system define /dev/stdin <<'XML'"])
  })
})

test('the host of a design is that of the comparison', () => {
  expect(compare(domainOf(there), domainOf(there), { host: defaultHost }).differences).toEqual([])
})
