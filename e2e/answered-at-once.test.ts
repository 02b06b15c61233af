/**
 * Texts that were made to throw, to hang or to eat the memory: each is answered at once. Those of our own always, those of
 * ../shared/faults where they are.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { kindOfText } from '../src/app/open/kind-of-text.ts'
import { guessFormat, type InputFormat, readAs } from '../src/cli/input-formats.ts'
import { busyMilliseconds } from '../src/core/busy-time.test-helper.ts'
import {
  checkDesign,
  type Finding,
  readHostText,
  renderArgv,
  renderCloudInit,
  renderXmlText,
  resolve,
} from '../src/core/index.ts'
import { needs, shared } from './shared.ts'
import { outputs } from './whole-chain.ts'

/** Milliseconds of the processor: a second is the aim, and a machine may be slow. */
const most = 5000

/** What is said of a text by all that reads and writes it. */
function codesOf(text: string, format: InputFormat = guessFormat(text)): string[] {
  const all: Finding[] = []
  const readAndWrite = () => {
    kindOfText(text)
    const { designs, findings } = readAs(format, text, { defaultName: 'vm', host: undefined })
    all.push(...findings)
    for (const design of designs.slice(0, 1)) {
      const resolved = resolve(design, undefined, 'qemu')
      all.push(...resolved.findings, ...renderArgv(resolved).findings, ...checkDesign(design, undefined))
      all.push(...renderCloudInit(design, undefined).findings)
      renderXmlText(resolve(design, undefined, 'libvirt').domain)
      for (const output of ['bundle', 'yaml', 'link'] as const) outputs[output](design, undefined)
    }
  }
  expect(busyMilliseconds(readAndWrite)).toBeLessThan(most)
  return all.map(({ code }) => code)
}

const domain = (inner: string) =>
  `<domain type='kvm'><name>t</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>${inner}</domain>`

const disk = (rest: string) => `vm: {a: {libvirt: {devices: {disks: [{source: {file: /a}, ${rest}}]}}}}`

// biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's expansion is meant.
const everyWord = '"${a[@]}"'

/** What, the text, and the code of a finding that says it; undefined where nothing is wrong with the text. */
const own: readonly (readonly [what: string, text: string, code: string | undefined])[] = [
  ['a count of I/O threads', 'vm: {a: {libvirt: {iothreads: 4294967295}}}', 'spec.too-large'],
  [
    'a count of I/O threads in XML',
    domain(
      "<iothreads>999999999</iothreads><cputune><iothreadsched iothreads='1-16383' scheduler='batch'/></cputune>",
    ),
    'field.value',
  ],
  [
    'the number of a controller',
    disk('target: {dev: sda, bus: sata}, address: {type: drive, controller: "4294967295"}'),
    'address.controller-range',
  ],
  [
    'a unit in a command',
    `qemu-system-x86_64 -blockdev driver=file,filename=/a,node-name=d -device ide-hd,bus=ide.0,drive=d,unit=${'9'.repeat(300)}`,
    'argv.override',
  ],
  [
    'a range of ports',
    'vm: {a: {libvirt: {devices: {interfaces: [{type: user, port_forwards: [{proto: tcp, ranges: [{start: 1, end: 65535}, {start: 8}, {start: 1, end: 9007199254740991, exclude: yes}]}]}]}}}}',
    'spec.too-large',
  ],
  [
    'CPUs of pins',
    domain(
      `<vcpu cpuset='0-16383'>512</vcpu><cputune>${Array.from({ length: 512 }, (_, vcpu) => `<vcpupin vcpu='${vcpu}' cpuset='${vcpu}-16383'/>`).join('')}</cputune>`,
    ),
    undefined,
  ],
  ['NUMA nodes', 'vm: {a: {libvirt: {numatune: {memory: {nodeset: "0-4294967295"}}}}}', 'numatune.nodeset'],
  ['an architecture of the language', 'vm: {a: {libvirt: {os: {arch: valueOf}}}}', undefined],
  ['a map with a name of the language', 'vm: {a: {backend: {toString: 1}}}', 'spec.not-allowed-value'],
  ['a map where a list belongs', 'vm: {a: {cloud_init: {runcmd: {valueOf: x}}}}', 'spec.wrong-type'],
  ['keys in each other', `{${'a: '.repeat(5000)}1}`, 'yaml.too-deep'],
  ['lists in each other', `vm: {a: {ram: ${'['.repeat(5000)}1}}`, 'yaml.too-deep'],
  ['lists in extra', `vm: {a: {cloud_init: {extra: "${'['.repeat(20_000)}"}}}`, 'cloud-init.extra-syntax'],
  ['keys in extra', `vm: {a: {cloud_init: {extra: "{${'b: '.repeat(5000)}"}}}`, 'cloud-init.extra-syntax'],
  ['braces in extra', `vm: {a: {cloud_init: {extra: "${'{{x}}'.repeat(5000)}"}}}`, 'cloud-init.extra-syntax'],
  [
    'aliases in extra',
    `vm: {a: {cloud_init: {extra: "a: &a 1\\nruncmd: [${'*a, '.repeat(5000)}*a]"}}}`,
    'cloud-init.extra-syntax',
  ],
  ['a title of digits', `vm: {a: {libvirt: {title: "${'1'.repeat(60_000)}"}}}`, undefined],
  [
    'disks that are numbers',
    `vm: {a: {libvirt: {devices: {disks: [${'7,'.repeat(8000)}7]}}}}`,
    'spec.wrong-type',
  ],
  ['aliases', `x: &a 1\nvm: {a: {cloud_init: {runcmd: [${'*a, '.repeat(12_000)}*a]}}}`, 'spec.passed-over'],
  [
    'a tag of blanks',
    `vm: {a: {libvirt: {devices: {filesystems: [{driver: virtiofs, source: /a, target: "a${' '.repeat(40_000)}b"}]}}}}`,
    'share.tag-long',
  ],
  [
    'the node of a device',
    `qemu-system-x86_64 -device usb-host,hostdevice=/dev/bus/usb/${'0'.repeat(4000)}x`,
    'argv.kept',
  ],
  [
    'arrays that double',
    `#!/bin/sh\na=(b c)\n${`a+=(${everyWord})\n`.repeat(24)}qemu-system-x86_64 -m 1 ${everyWord}`,
    'argv.too-long',
  ],
  ['lists of containers', 'CMD ['.repeat(20_000), undefined],
  ['prompts', `${'me@host:~$ '.repeat(10_000)}qemu-system-x86_64 -m 1`, undefined],
]

test.each(own)(
  '%s',
  (_what, text, code) => {
    const codes = codesOf(text)
    if (code !== undefined) expect(codes).toContain(code)
  },
  60_000,
)

test('a paste that could be a link is told from one at once', () => {
  const tell = () => {
    expect(kindOfText('http://a#v1.x:'.repeat(20_000))).toBe('link')
    expect(kindOfText(`${'http://a#v1.:'.repeat(20_000)} and more`)).not.toBe('link')
  }
  expect(busyMilliseconds(tell)).toBeLessThan(most)
})

test('facts about a host with a thousand unknown keys are read at once', () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `"key${index}": 1`).join(',\n')
  const read = () =>
    expect(readHostText(`{"arch": "x86_64", ${lines}}`).findings.length).toBeGreaterThan(1999)
  expect(busyMilliseconds(read)).toBeLessThan(most)
})

/** The faults that were found, and the format that they are read as. */
const files: readonly { readonly name: string; readonly format?: InputFormat }[] = [
  { name: '97-index-bomb.txt', format: 'argv' },
  { name: '98-count-bomb.xml' },
  { name: '99-name-of-the-language.xml' },
  { name: '103-tostring.yml' },
  { name: '104-deep-flow.yml' },
  { name: '105-deep-extra.yml' },
  { name: 'hostile/08-iothreads.yml' },
  { name: 'hostile/08-iothreads-link.txt', format: 'link' },
  { name: 'hostile/08-iothreads-1e6-link.txt', format: 'link' },
  { name: 'hostile/09-disk-controller.yml' },
  { name: 'hostile/09b-ide-unit.args', format: 'argv' },
  { name: 'hostile/10-port-forward-end.yml' },
  { name: 'hostile/11-arch-constructor.yml' },
  { name: 'hostile/11-arch-constructor-link.txt', format: 'link' },
  { name: 'hostile/11b-cpu-feature.yml' },
  { name: 'hostile/11c-peer.yml' },
  { name: 'hostile/12-toString.yml' },
  { name: 'hostile/12-toString-link.txt', format: 'link' },
  { name: 'hostile/13-extra-brackets.yml' },
  { name: 'hostile/14-flow-map.yml' },
  { name: 'hostile/15-title-zeros.yml' },
  { name: 'hostile/15-title-zeros-link.txt', format: 'link' },
  { name: 'hostile/17-usb-hostdevice.args', format: 'argv' },
  { name: 'hostile/17b-array-doubling.sh', format: 'argv' },
  { name: 'hostile/17c-cmd.args', format: 'argv' },
  { name: 'hostile/19-paste-like-a-link.txt', format: 'yaml' },
  { name: 'hostile/20-disks-5.yml' },
  { name: 'hostile/20b-aliases.yml' },
  { name: 'hostile/21-share-tag.yml' },
  { name: 'hostile/21b-extra-braces.yml' },
]

for (const { name, format } of files)
  test(`the fault ${name} is answered`, () => {
    const file = path.join(shared, 'faults', name)
    if (existsSync(file)) codesOf(readFileSync(file, 'utf8'), format)
  }, 60_000)

test('the faults are there', (context) => {
  needs(context, existsSync(path.join(shared, 'faults')), '../shared/faults is not there')
  expect(files.filter(({ name }) => !existsSync(path.join(shared, 'faults', name)))).toEqual([])
})
