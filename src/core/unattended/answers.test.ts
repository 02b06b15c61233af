/** Answer files against files that were read, against the words of the installers' manuals, and with hostile texts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { resolve } from '../resolve/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { childElements, parseXml, type XmlElement } from '../xml/index.ts'
import { type Answers, renderAnswers } from './index.ts'
import {
  autoinstallKeys,
  autounattendSettings,
  kickstartCommands,
  preseedQuestions,
} from './manuals.test-data.ts'

const key = `ssh-ed25519 ${'A'.repeat(68)} me@here`

const full: VmSpec = {
  disk_size: '20G',
  installer: { path: '/isos/system.iso', unattended: { enabled: true, desktop: 'gnome' } },
  ssh: { user: 'dev', key_source: 'auto' },
  cloud_init: {
    hostname: 'quince',
    timezone: 'Europe/Vienna',
    locale: 'de_AT.UTF-8',
    package: ['git', 'htop'],
    users: [{ name: 'ann', groups: ['audio'], shell: '/bin/sh' }],
  },
}

const windows: VmSpec = {
  ...full,
  installer: { path: '/isos/system.iso', unattended: { enabled: true } },
  cloud_init: { ...full.cloud_init, package: [] },
}

const systems: readonly (readonly [guest: string, spec: VmSpec])[] = [
  ['debian-13', full],
  [
    'debian-13',
    {
      ...full,
      firmware: 'uefi-insecure',
      installer: { path: '/a', unattended: { enabled: true, password: 'none' } },
      cloud_init: {},
    },
  ],
  ['ubuntu-24.04', full],
  ['fedora-42', full],
  [
    'rocky-9',
    { ...full, installer: { path: '/a', unattended: { enabled: true, password: 'none' } }, cloud_init: {} },
  ],
  ['windows-11', { ...windows, firmware: 'uefi-insecure' }],
  ['windows-server-2022', { ...windows, firmware: 'bios' }],
]

function answersFor(guest: string, spec: VmSpec): Answers {
  const answers = renderAnswers(resolve({ name: 'vm', spec: { guest, ...spec } }, { ssh_public_key: key }))
  if (answers === undefined) throw new Error(`${guest} has no answers`)
  return answers
}

function textOf({ files: [file] }: Answers): string {
  return file?.text ?? ''
}

describe('answer files', () => {
  test.each(systems.map(([guest, spec], index) => ({ guest, spec, index })))(
    'of $guest ($index) are as they were read',
    async ({ guest, spec, index }) => {
      const { files, label, findings } = answersFor(guest, spec)
      expect(findings).toEqual([])
      for (const { name, text } of files)
        await expect(`${label}\n\n${text}`).toMatchFileSnapshot(`expected/${index}-${guest}-${name}.txt`)
    },
  )

  test('there are none without an installer, for an unknown system, and when it is done', () => {
    const none = (spec: VmSpec) => renderAnswers(resolve({ name: 'vm', spec }, undefined))
    expect(none({})).toBe(undefined)
    expect(none({ ...full, guest: 'plan9' })).toBe(undefined)
    expect(none({ ...full, guest: 'debian-13', installer: { ...full.installer, done: true } })).toBe(
      undefined,
    )
    expect(
      none({ ...full, installer: { path: '/a', unattended: { enabled: true, answers: 'kickstart' } } })?.kind,
    ).toBe('kickstart')
  })

  test('what they can’t say is found', () => {
    const { findings } = answersFor('windows-11', {
      ...full,
      cloud_init: { ...full.cloud_init, timezone: 'Mars/Olympus', runcmd: ['true'], hostname: 'a b' },
    })
    expect(findings.map(({ code, path: at }) => `${code} ${at.join('.')}`)).toEqual([
      'unattended.not-said cloud_init.runcmd',
      'unattended.left-out cloud_init.hostname',
      'unattended.left-out cloud_init.timezone',
      'unattended.left-out cloud_init.package',
      'unattended.left-out installer.unattended.desktop',
    ])
  })
})

const preseedLine = /^(\S+) (\S+) (\S+)(?: (.*))?$/

/** The questions of a preseed with their types; debconf joins lines that end in a backslash. */
function questionsIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, owner = '', question = '', type = ''] = preseedLine.exec(line) ?? []
      return `${owner} ${question} ${type}`
    })
}

/** The commands of a kickstart outside of its sections, and the names of those. */
function commandsIn(text: string): string[] {
  let section = ''
  return text.split('\n').flatMap((line) => {
    if (line === '' || line.startsWith('#')) return []
    const [word = ''] = line.split(' ')
    if (word === '%end') section = ''
    else if (word.startsWith('%')) section = word
    else if (section !== '') return []
    return [word]
  })
}

function keysIn(held: unknown, above = ''): string[] {
  if (Array.isArray(held)) return held.flatMap((item: unknown) => keysIn(item, `${above}[]`))
  if (!isRecord(held)) return []
  return Object.entries(held).flatMap(([name, value]) => {
    const here = above === '' ? name : `${above}.${name}`
    return [here, ...keysIn(value, here)]
  })
}

/** `PASS COMPONENT/ELEMENT/…` for each setting. */
function settingsIn(text: string): string[] {
  const { root, findings } = parseXml(text)
  expect(findings).toEqual([])
  const below = (element: XmlElement, way: string): string[] =>
    childElements(element).flatMap((child) => [
      `${way}/${child.name}`,
      ...below(child, `${way}/${child.name}`),
    ])
  const named = (element: XmlElement, name: string) =>
    element.attributes.find((one) => one.name === name)?.value ?? ''
  return root === undefined
    ? []
    : childElements(root).flatMap((settings) =>
        childElements(settings).flatMap((component) =>
          below(component, `${named(settings, 'pass')} ${named(component, 'name')}`),
        ),
      )
}

const checks: Readonly<Record<Answers['kind'], (text: string) => void>> = {
  preseed: (text) => expect(questionsIn(text).filter((one) => !preseedQuestions.has(one))).toEqual([]),
  kickstart: (text) => expect(commandsIn(text).filter((one) => !kickstartCommands.has(one))).toEqual([]),
  autoinstall: (text) => {
    expect(text.startsWith('#cloud-config\n')).toBe(true)
    expect(keysIn(parse(text)).filter((one) => !autoinstallKeys.has(one))).toEqual([])
  },
  autounattend: (text) =>
    expect(settingsIn(text).filter((one) => !autounattendSettings.has(one))).toEqual([]),
}

describe('the words of the manuals', () => {
  test.each(systems)('%s', (guest, spec) => {
    const answers = answersFor(guest, spec)
    checks[answers.kind](textOf(answers))
  })

  test('a word that no manual has is seen', () => {
    expect(() => checks.preseed('d-i mirror/suit string x\n')).toThrow()
    expect(() => checks.kickstart('lang de\nreboott\n')).toThrow()
    expect(() => checks.autoinstall('#cloud-config\nautoinstall: {versions: 1}\n')).toThrow()
    expect(() =>
      checks.autounattend(
        "<unattend><settings pass='a'><component name='b'><X/></component></settings></unattend>",
      ),
    ).toThrow()
  })

  const validator = spawnSync('debconf-set-selections', ['--help'])
  test.skipIf(validator.error !== undefined)('debconf takes the preseed', () => {
    for (const [guest, spec] of systems) {
      const answers = answersFor(guest, spec)
      if (answers.kind === 'preseed') expect(debconfSays(textOf(answers))).toBe('')
    }
    expect(debconfSays('d-i a/b\n')).not.toBe('')
  })

  const cloudInit = spawnSync('cloud-init', ['--version'])
  test.skipIf(cloudInit.error !== undefined)(
    'cloud-init takes the user-data that the new system gets',
    () => {
      const { autoinstall } = parse(textOf(answersFor('ubuntu-24.04', full)))
      const place = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
      const file = path.join(place, 'user-data')
      writeFileSync(file, `#cloud-config\n${JSON.stringify(autoinstall['user-data'])}`)
      const { stdout, stderr, status } = spawnSync('cloud-init', ['schema', '--config-file', file], {
        encoding: 'utf8',
      })
      rmSync(place, { recursive: true })
      expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('Valid')])
    },
  )
})

function debconfSays(text: string): string {
  const { stdout, stderr } = spawnSync('debconf-set-selections', ['--checkonly'], {
    input: text,
    encoding: 'utf8',
  })
  return `${stdout}${stderr}`
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'\'"\\$`#%;&|<>\n\r\t\u0085\u2028 :{}[]-a'), maxLength: 12 }),
  fc.constantFrom(
    ']]><x/>',
    "a'; touch PWNED; '",
    'a\n%end\n%pre\ntouch PWNED',
    'a\nd-i preseed/late_command string touch PWNED',
    'a\\',
    ' a',
    '$(touch PWNED)',
    'autoinstall:\n  shutdown: reboot',
  ),
)

describe('hostile texts', () => {
  test.each(['debian-13', 'ubuntu-24.04', 'fedora-42', 'windows-11'])('say nothing new to %s', (guest) => {
    fc.assert(
      fc.property(
        fc.record({
          hostname: hostile,
          timezone: hostile,
          locale: hostile,
          name: hostile,
          group: hostile,
          shell: hostile,
          package: hostile,
          user: hostile,
          keyboard: hostile,
          key: hostile,
        }),
        (texts) => {
          const spec: VmSpec = {
            ...full,
            installer: { path: '/a', unattended: { enabled: true, keyboard: texts.keyboard } },
            ssh: { user: texts.user },
            cloud_init: {
              hostname: texts.hostname,
              timezone: texts.timezone,
              locale: texts.locale,
              package: [texts.package],
              users: [{ name: texts.name, groups: [texts.group], shell: texts.shell }],
            },
          }
          const design = { name: texts.hostname, spec: { ...spec, guest } }
          const answers = renderAnswers(resolve(design, { ssh_public_key: `${key}${texts.key}` }))
          if (answers === undefined) throw new Error('no answers')
          const text = textOf(answers)
          checks[answers.kind](text)
          if (answers.kind === 'preseed' || answers.kind === 'kickstart')
            expect(text).not.toMatch(/^[^']*touch PWNED/m)
        },
      ),
      { numRuns: 150 },
    )
  })
})
