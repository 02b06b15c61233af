import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  argvOf,
  bundle,
  checkDesign,
  readHostFacts,
  readSpecs,
  renderArgv,
  renderCloudInit,
  renderXmlText,
  resolve,
  writeSpec,
} from '../core/index.ts'
import { designOf, presetById, presets } from './index.ts'

const schema = path.join(import.meta.dirname, '../../../shared/reference/rng-11.3/domain.rng')
const canValidate = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0

/** Without a host, paths begin at a home that is not known. */
const system = { connection: 'system' } as const

/** Findings that a preset has while nothing is known of the host. */
const explained: Readonly<Record<string, string>> = {
  'ssh.key-unknown': 'create.sh makes the key on the host',
  'hostdev.gpu-missing': 'the card is picked in Host devices',
}

test('there are ten, each by its name', () => {
  expect(presets.map(({ id }) => id).toSorted()).toEqual([
    'aarch64-on-x86',
    'cloud-image',
    'confidential',
    'home-assistant',
    'linux-development',
    'looking-glass',
    'nested-lab',
    'opnsense',
    'windows-11',
    'windows-gaming',
  ])
  expect(new Set(presets.map(({ title }) => title)).size).toBe(10)
  expect(presetById('opnsense')?.title).toBe('OPNsense router')
  expect(presetById('toString')).toBeUndefined()
})

describe.each(presets)('$id', (preset) => {
  const { id, text, about, why, needs } = preset
  const design = designOf(preset)

  test('is read without a finding, under its own name', () => {
    const { designs, findings } = readSpecs(text, { defaultName: id })
    expect(findings).toEqual([])
    expect(designs).toEqual([design])
    expect(design.name).toBe(id)
  })

  test('says what it is, why, and what it needs', () => {
    expect(about).toMatch(/^[A-Z].{20,160}\.$/)
    expect(why.startsWith(about)).toBe(true)
    expect(why).toMatch(/\.$/)
    expect(needs.length).toBeGreaterThan(0)
    expect(needs.filter((need) => !/^\S.*[^.]$/.test(need.text) || need.short.length > 30)).toEqual([])
  })

  test('has no finding that its needs do not explain', () => {
    const found = [
      ...checkDesign(design, undefined),
      ...resolve(design, undefined, 'libvirt').findings,
      ...resolve(design, undefined, 'qemu').findings,
      ...renderCloudInit(design, undefined).findings,
    ]
    expect(found.filter(({ code }) => explained[code] === undefined)).toEqual([])
  })

  test('its command line is written without an error', () => {
    const command = renderArgv(resolve(design, undefined, 'qemu'))
    expect(command.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(argvOf(command)).toContain('-machine')
  })

  test.skipIf(!canValidate)(
    'its XML is valid by the schema of libvirt 11.3 (skipped without ../shared)',
    () => {
      const input = renderXmlText(resolve(design, system, 'libvirt').domain)
      const { stderr } = spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], {
        input,
        encoding: 'utf8',
      })
      expect(stderr).toBe('- validates\n')
    },
  )

  test('its bundle speaks of one connection, that of the system where a session can’t have the design', () => {
    const texts = new Map(
      bundle(design, undefined).files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    )
    const read = (name: string) => texts.get(name) ?? ''
    const system = /<interface type='(?:network|bridge)'|\/var\/lib\/libvirt|<hugepages/.test(
      read('domain.xml'),
    )
    const [uri, other] = system
      ? ['qemu:///system', 'qemu:///session']
      : ['qemu:///session', 'qemu:///system']
    expect(read('create.sh')).toContain(`\nuri=${uri}\n`)
    expect(read('destroy.sh')).toContain(`\nuri=${uri}\n`)
    expect(read('README.md')).toContain(`virsh -c ${uri} start`)
    expect(read('README.md')).not.toContain(other)
    expect(read('README.md').includes('sudo ./create.sh')).toBe(system)
    expect(read('domain.xml').includes('/@HOME@/')).toBe(!system)
  })

  test('means the same after it was written and read again', () => {
    const again = readSpecs(writeSpec(design)).designs[0]
    const xml = (one: typeof design) => renderXmlText(resolve(one, undefined, 'libvirt').domain)
    expect(again && xml(again)).toBe(xml(design))
  })
})

test('needs are told from what is known about the host', () => {
  const facts = (value: object) => readHostFacts(JSON.stringify(value)).facts ?? {}
  const answers = (id: string, host: object) => presetById(id)?.needs.map(({ isMet }) => isMet?.(facts(host)))
  expect(answers('cloud-image', {})).toEqual([undefined, undefined])
  expect(answers('cloud-image', { arch: 'x86_64', kvm: true, programs: { passt: null } })).toEqual([
    true,
    false,
  ])
  expect(answers('cloud-image', { arch: 'aarch64' })).toEqual([false, undefined])
  expect(answers('opnsense', { network_devices: [{ name: 'br0', kind: 'bridge' }] })?.[2]).toBe(false)
  expect(
    answers('linux-development', {
      connection: 'session',
      user: { subuid: { start: 100000, count: 65536 } },
      programs: { passt: { path: '/usr/bin/passt' }, virtiofsd: { path: '/usr/libexec/virtiofsd' } },
    })?.[1],
  ).toBe(true)
  expect(
    answers('windows-gaming', {
      iommu: false,
      numa: [{ node: 0, huge_pages: [{ size_kib: 2048, total: 8192 }] }],
    }),
  ).toEqual([undefined, false, undefined, undefined, true, undefined, undefined, undefined, undefined])
  expect(answers('confidential', { cpu_vendor: 'GenuineIntel' })?.[1]).toBe(false)
})
