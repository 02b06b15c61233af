/** What an import costs grows with the number of devices, and no faster. */
import { expect, test } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { renderXml } from '../domain/index.ts'
import { renderArgv } from '../qemu/index.ts'
import { resolve } from '../resolve/index.ts'
import { checkDesign } from '../rules/index.ts'
import { readSpecs, type VmSpec, writeSpec } from '../spec/index.ts'
import { lift, readDomainXml } from './index.ts'
import { pruned } from './prune.ts'
import { sameValue } from './same-value.ts'

const deviceOf: Readonly<Record<string, (index: number) => string>> = {
  'interfaces without a model': (index) =>
    `<interface type='network'><source network='n${index}'/></interface>`,
  'interfaces on bridges': (index) =>
    `<interface type='bridge'><source bridge='b${index}'/><model type='virtio'/></interface>`,
  disks: (index) =>
    `<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/${index}.qcow2'/><target dev='vd${letters(index)}' bus='virtio'/></disk>`,
  CDs: (index) =>
    `<disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='/${index}.iso'/><target dev='sd${letters(index)}' bus='sata'/><readonly/></disk>`,
  // resolve would make them read-only, which each leaves out.
  'CDs that can be written': (index) =>
    `<disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='/${index}.iso'/><target dev='sd${letters(index)}' bus='sata'/></disk>`,
  shares: (index) =>
    `<filesystem type='mount'><driver type='virtiofs'/><source dir='/${index}'/><target dir='t${index}'/></filesystem>`,
  'PCI devices': (index) =>
    `<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0' bus='${index >> 5}' slot='${index & 31}' function='0'/></source></hostdev>`,
  'USB devices': (index) =>
    `<hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='${index}'/></source></hostdev>`,
  channels: (index) =>
    `<channel type='unix'><source mode='bind' path='/run/${index}'/><target type='virtio' name='org.c${index}'/></channel>`,
  'serial ports': (index) => `<serial type='pty'><target port='${index}'/></serial>`,
  displays: (index) =>
    `<graphics type='vnc' port='${5900 + index}'><listen type='address' address='127.0.0.1'/></graphics>`,
  'unknown elements': (index) => `<thing number='${index}'/>`,
}

/** A domain with so many of them; also of what stands outside of the devices. */
const textOf: Readonly<Record<string, (count: number) => string>> = {
  ...Object.fromEntries(
    Object.entries(deviceOf).map(([kind, device]) => [
      kind,
      (count: number) => domainWith(Array.from({ length: count }, (_, index) => device(index)).join('')),
    ]),
  ),
  'ports of one interface': (count) =>
    domainWith(
      `<interface type='user'><backend type='passt'/>${Array.from({ length: count }, (_, index) => `<portForward proto='tcp' address='127.0.0.1'><range start='${index + 1}' to='80'/></portForward>`).join('')}</interface>`,
    ),
  'words kept for QEMU': (count) =>
    domainWith('').replace(
      '</domain>',
      `<commandline xmlns='http://libvirt.org/schemas/domain/qemu/1.0'>${Array.from({ length: count * 10 }, (_, index) => `<arg value='w${index}'/>`).join('')}</commandline></domain>`,
    ),
  'unknown attributes': (count) =>
    `<domain ${Array.from({ length: count * 10 }, (_, index) => `a${index}='x'`).join(' ')}><name>a</name></domain>`,
  'NUMA cells that overlap': (count) =>
    domainWith('', `<cpu><numa>${`<cell cpus='0-20' memory='1024' unit='KiB'/>`.repeat(count)}</numa></cpu>`),
}

function domainWith(devices: string, more = ''): string {
  return `<domain type='kvm'><name>a</name><memory>1048576</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>${more}<devices>${devices}</devices></domain>`
}

function letters(index: number): string {
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1)
  return before + String.fromCharCode(97 + (index % 26))
}

function domainOf(text: string) {
  const [read] = readDomainXml(text).domains
  if (read === undefined) throw new Error('the text holds no domain')
  return read.domain
}

/** How often `pruned` asks what a spec resolves to. */
function questions(text: string): number {
  const { name = 'a', ...libvirt } = domainOf(text)
  const spec: VmSpec = {
    source: { kind: 'imported' },
    libvirt: { ...libvirt, devices: { interfaces: [], serial: [], console: [], ...libvirt.devices } },
  }
  const target = resolve({ name, spec }, undefined).domain
  let count = 0
  pruned(spec, target, (shorter) => {
    count += 1
    return resolve({ name, spec: shorter }, undefined).domain
  })
  return count
}

test.for(Object.entries(textOf))('%s: as many questions for 200 as for 20', ([, text]) => {
  expect(questions(text(200))).toBe(questions(text(20)))
})

const stages: Readonly<Record<string, (text: string) => () => unknown>> = {
  'reading XML': (text) => () => readDomainXml(text),
  lift: (text) => {
    const domain = domainOf(text)
    return () => lift(domain, undefined)
  },
  'writing and reading YAML': (text) => {
    const design = lift(domainOf(text), undefined)
    return () => readSpecs(writeSpec(design))
  },
  'XML and the command line': (text) => {
    const resolved = resolve(lift(domainOf(text), undefined), undefined, 'qemu')
    return () => [renderXml(resolved.domain), renderArgv(resolved)]
  },
  'the rules': (text) => {
    const design = lift(domainOf(text), undefined)
    return () => checkDesign(design, undefined, resolve(design, undefined))
  },
}

/** Milliseconds of processor time, the least of some; less than 5 can't be told from noise. */
function milliseconds(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => busyMilliseconds(work))
  return Math.max(5, Math.min(...times))
}

const few = 100
const many = few * 10
/** Ten times as many take 10 times as long; it would be 100 times if each looked at all others. */
const most = 40

/** Those of which each stage has something to say. */
const timed = [
  'interfaces without a model',
  'disks',
  'CDs that can be written',
  'words kept for QEMU',
  'shares',
  'USB devices',
  'unknown attributes',
  'NUMA cells that overlap',
]

test.for(timed)('%s: time grows with their number', { timeout: 120_000 }, (kind) => {
  const text = textOf[kind]
  if (text === undefined) throw new Error(`${kind} is no kind`)
  const growth = Object.entries(stages).map(([stage, prepare]) => [
    stage,
    milliseconds(prepare(text(many))) / milliseconds(prepare(text(few))),
  ])
  expect(growth.filter(([, times]) => Number(times) > most)).toEqual([])
})

test('a thousand devices of each kind resolve to the very domain', () => {
  for (const [kind, text] of Object.entries(textOf)) {
    const domain = domainOf(text(1000))
    const again = resolve(lift(domain, undefined), undefined).domain
    expect(sameValue(again, domain), kind).toBe(true)
  }
})
