/**
 * Every text field of a design and of host facts, set to texts that some format takes for something else, and everything
 * that they become, read and run by the programs that read and run it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bundle, bundle } from '../src/core/bundle/index.ts'
import { domain as domainTable, renderXmlText } from '../src/core/domain/index.ts'
import { explainCommand, renderShell } from '../src/core/exports/index.ts'
import type { Finding, Path } from '../src/core/finding.ts'
import { type HostFacts, readHostFacts } from '../src/core/host/index.ts'
import { decodeLink, encodeLink } from '../src/core/link/index.ts'
import { pictureOf, renderPictureSvg } from '../src/core/picture/index.ts'
import { argvOf, renderArgv } from '../src/core/qemu/index.ts'
import { type Resolved, resolve, specPathOf } from '../src/core/resolve/index.ts'
import { checkDesign } from '../src/core/rules/index.ts'
import { type Design, designFromPlain, designToPlain } from '../src/core/spec/index.ts'
import { innerShape, isRecord, type Shape } from '../src/core/table/index.ts'
import { utf8Decode } from '../src/core/text/index.ts'
import { type Call, HostileSandbox } from './hostile-sandbox.ts'
import { designForHost, hostileDesign, hostileFacts, rounds, uncheckedFacts } from './hostile-texts.ts'
import { needs } from './shared.ts'

interface Rendered {
  readonly title: string
  readonly design: Design
  readonly resolved: Resolved
  readonly bundle: Bundle
  readonly findings: readonly Finding[]
}

/** What these designs need is the system's; in a session all that the scripts make lies in the home of the sandbox. */
const host: HostFacts = { connection: 'session' }

const all: Rendered[] = []

beforeAll(() => {
  for (let round = 0; round < rounds; round += 1)
    for (const formed of [false, true]) all.push(rendered(round, formed))
}, 240_000)

function rendered(round: number, formed: boolean): Rendered {
  const { name, spec } = hostileDesign(round, formed)
  const read = designFromPlain({ name, spec })
  if (read.design === undefined) throw new Error(read.findings.map(({ message }) => message).join('\n'))
  const { design } = read
  const made = bundle(design, host)
  return {
    title: `round ${round}${formed ? ', forms broken' : ''}`,
    design,
    resolved: resolve(design, host, 'libvirt'),
    bundle: made,
    findings: [...read.findings, ...checkDesign(design, host), ...made.findings],
  }
}

function fileOf({ bundle: { files } }: Rendered, name: string): string {
  const bytes = files.find((file) => file.name === name)?.bytes
  return (bytes && utf8Decode(bytes)) ?? ''
}

interface Read {
  readonly strings?: readonly string[]
  readonly error?: string
}

/** All in one process; the strings that a reader of Python's finds in each. */
function readByPython(kind: 'xml' | 'yaml' | 'unit', texts: readonly string[]): readonly Read[] {
  const program = path.join(import.meta.dirname, 'hostile-readers.py')
  const { stdout, stderr } = spawnSync('python3', [program], {
    input: JSON.stringify(texts.map((text) => ({ kind, text }))),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  expect(stderr).toBe('')
  const reads: readonly Read[] = JSON.parse(stdout)
  expect(reads.flatMap(({ error }) => error ?? [])).toEqual([])
  return reads
}

function pythonReads(module: string): boolean {
  return spawnSync('python3', ['-c', `import ${module}`]).status === 0
}

interface HeldText {
  readonly path: Path
  readonly text: string
}

/** All texts that a value holds for its tables. */
function textsOf(shape: Shape, held: unknown, above: Path = []): HeldText[] {
  if (!isRecord(held)) return []
  return Object.entries(held).flatMap(([key, value]) => {
    const here = [...above, key]
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined
    const inner = innerShape(field)
    if (inner === undefined) return field === undefined ? [] : textsIn(value, here)
    return Array.isArray(value)
      ? value.flatMap((item: unknown, index) => textsOf(inner, item, [...here, index]))
      : textsOf(inner, value, here)
  })
}

function textsIn(held: unknown, here: Path): HeldText[] {
  if (typeof held === 'string') return [{ path: here, text: held }]
  if (Array.isArray(held)) return held.flatMap((item: unknown, index) => textsIn(item, [...here, index]))
  return isRecord(held) ? Object.entries(held).flatMap(([key, item]) => textsIn(item, [...here, key])) : []
}

/** The texts at the places that errors speak of. */
function spokenTexts({ design: { spec }, findings }: Rendered): ReadonlySet<string> {
  const errors = findings.filter(({ severity, path: place }) => severity === 'error' && place.length > 0)
  return new Set(
    errors.flatMap(({ path: place }) => textsIn(valueAt(spec, place), []).map(({ text }) => text)),
  )
}

function valueAt(root: unknown, place: Path): unknown {
  let here = root
  for (const segment of place) {
    if (Array.isArray(here) && typeof segment === 'number') here = here[segment]
    else here = isRecord(here) ? here[segment] : undefined
  }
  return here
}

/** A design that says everything that can be said is larger than a link may be. */
function halves({ name, spec: { libvirt = {}, ...spec } }: Design): readonly Design[] {
  const entries = Object.entries(libvirt)
  const half = (remainder: number) =>
    Object.fromEntries(entries.filter((_, index) => index % 2 === remainder))
  return [
    { name, spec: { ...spec, libvirt: half(0) } },
    { name, spec: { libvirt: half(1) } },
  ]
}

/** True when an error speaks of the place or of what is around it. */
function isSpokenOf(findings: readonly Finding[], place: Path): boolean {
  return findings.some(
    ({ severity, path: about }) =>
      severity === 'error' && about.length > 0 && about.every((segment, index) => segment === place[index]),
  )
}

describe('the files', () => {
  test('domain.xml gives each text back, or an error speaks of it', () => {
    const reads = readByPython(
      'xml',
      all.map(({ resolved }) => renderXmlText(resolved.domain)),
    )
    const lost = all.flatMap((one, index) => {
      const { title, resolved, findings } = one
      const strings = new Set([...(reads[index]?.strings ?? []), ...spokenTexts(one)])
      return textsOf(domainTable, resolved.domain)
        .filter(({ text }) => !strings.has(text) && !isNumberWithUnit(text))
        .filter(({ path: place }) => !isSpokenOf(findings, specPathOf(place, resolved.origins)))
        .map(({ path: place, text }) => `${title}: ${place.join('.')} ${JSON.stringify(text)}`)
    })
    expect(lost).toEqual([])
  })

  test('the picture is XML with the elements of a picture, and no text of an author becomes one', () => {
    const pictures = [
      ...all.map(({ resolved }) => pictureOf(resolved, undefined)),
      ...all.map(({ resolved }, round) => pictureOf(resolved, uncheckedFacts(round))),
    ].map((picture) => renderPictureSvg(picture))
    readByPython('xml', pictures)
    const elements = new Set(pictures.flatMap((text) => text.match(/<(?![?/])[^\s>]*/g) ?? []))
    expect([...elements].toSorted()).toEqual(
      ['svg', 'title', 'desc', 'style', 'rect', 'path', 'text', 'g'].map((name) => `<${name}`).toSorted(),
    )
  })

  test('vm.yml and the seed are YAML 1.1 and give each text back', (context) => {
    needs(context, pythonReads('yaml'), 'python3-yaml is not installed')
    const own = readByPython(
      'yaml',
      // Half of a surrogate pair is kept by its number, which we alone read; an error speaks of it.
      all.map((one) => fileOf(one, 'vm.yml').replace(/\\ud[89a-f][0-9a-f]{2}/g, '\\ufffd')),
    )
    const seeds = ['user-data', 'meta-data', 'network-config'].map((name) =>
      readByPython(
        'yaml',
        all.map((one) => fileOf(one, name) || '{}'),
      ),
    )
    const lost = all.flatMap(({ title, design: { spec }, findings }, index) => {
      const inOwn = new Set(own[index]?.strings)
      const inSeed = seeds.flatMap((reads) => reads[index]?.strings ?? [])
      const told = spec.installer?.unattended?.enabled === true ? {} : (spec.cloud_init ?? {})
      const { extra: _, charly_install: __, network: ___, ...cloudInit } = told
      return [
        ...textsIn(spec, []).filter(({ text }) => !inOwn.has(text) && isHostile(text) && text.isWellFormed()),
        ...textsIn(cloudInit, ['cloud_init'])
          .filter(({ text }) => !inSeed.some((held) => held.includes(text)))
          .filter(({ path: place }) => !isSpokenOf(findings, place)),
      ].map(({ path: place, text }) => `${title}: ${place.join('.')} ${JSON.stringify(text)}`)
    })
    expect(lost).toEqual([])
  }, 240_000)

  test('a link gives the design back', () => {
    for (const { design, title } of all)
      for (const half of halves(design)) {
        const plain = designToPlain(half)
        expect(decodeLink(encodeLink(plain)).value, title).toEqual(JSON.parse(JSON.stringify(plain)))
      }
  }, 240_000)

  test('the explanation has a line for each option', () => {
    for (const { design, title } of all) {
      const resolved = resolve(design, host, 'qemu')
      const { text, lines } = explainCommand(renderArgv(resolved), resolved)
      expect(text.split('\n').length, title).toBe(lines.length + 1)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal obeys them
      expect(text, title).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/)
    }
  })

  test('README.md has no markup of the design’s', () => {
    for (const one of all) {
      const markdown = fileOf(one, 'README.md')
        .replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '')
        .replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '')
      expect(markdown.match(/(?<!\\)<\/?[a-z!][^>]*>/gi), one.title).toBeNull()
    }
  })

  test('units hold the settings that are ours, and systemd reads them', (context) => {
    const units = all.flatMap(({ bundle: { files } }) =>
      files
        .filter(({ name }) => name.startsWith('guest/'))
        .map(({ name, bytes }) => ({ name, text: utf8Decode(bytes) ?? '' })),
    )
    expect(units.length).toBeGreaterThan(5)
    for (const { strings = [] } of readByPython(
      'unit',
      units.map(({ text }) => text),
    ))
      expect(strings.map((line) => line.slice(0, line.indexOf('=')))).toEqual([
        'Unit.Description',
        'Mount.What',
        'Mount.Where',
        'Mount.Type',
        'Mount.Options',
        'Install.WantedBy',
      ])
    verifyUnits(context, new Map(units.map(({ name, text }) => [name.slice('guest/'.length), text])))
  })

  test('ssh reads nothing else out of ssh.config', (context) => {
    needs(context, spawnSync('ssh', ['-V']).status === 0, 'openssh-client is not installed')
    const plain = sshOptions('Host vm\n')
    for (const one of all) {
      const text = fileOf(one, 'ssh.config')
      if (text === '') continue
      const changed = sshOptions(text).filter((line) => !plain.includes(line))
      const names = changed.map((line) => line.slice(0, line.indexOf(' ')))
      const ours = [
        'host',
        'hostname',
        'identityfile',
        'port',
        'stricthostkeychecking',
        // What follows from a file of known hosts of its own.
        'updatehostkeys',
        'user',
        'userknownhostsfile',
      ]
      expect(
        names.filter((name) => !ours.includes(name)),
        one.title,
      ).toEqual([])
    }
  })
})

/** Those of the hostile texts have a mark. */
function isHostile(text: string): boolean {
  return /m\d+m/.test(text)
}

/** A size stands in XML as a number and a unit. */
function isNumberWithUnit(text: string): boolean {
  return /^\d+(\.\d+)? ?[A-Za-z]*$/.test(text)
}

/** What ssh makes of a configuration for the host that it names. */
function sshOptions(config: string): string[] {
  const alias = /^Host (.*)$/m.exec(config)?.[1] ?? 'vm'
  const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  const file = path.join(folder, 'ssh.config')
  writeFileSync(file, config)
  const { stdout, stderr, status } = spawnSync('ssh', ['-G', '-F', file, alias], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect({ status, stderr: stderr.replace(/^Pseudo-terminal.*/m, '').trim() }).toEqual({
    status: 0,
    stderr: '',
  })
  return stdout.split('\n').filter((line) => line !== '')
}

function verifyUnits(context: Parameters<typeof needs>[0], units: ReadonlyMap<string, string>): void {
  needs(context, spawnSync('systemd-analyze', ['--version']).status === 0, 'systemd is not installed')
  const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  try {
    const names = [...units.keys()].filter((name) => Buffer.byteLength(name) <= 255)
    for (const name of names) writeFileSync(path.join(folder, name), units.get(name) ?? '')
    const { stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...names.map((name) => `./${name}`)],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    const ours = stderr.split('\n').filter((line) => names.some((name) => line.includes(name.slice(0, 40))))
    expect(ours.filter((line) => !/is not executable|Command .* not found/.test(line))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const shells = ['dash', 'bash', 'busybox sh'].filter(
  (shell) => spawnSync(shell.split(' ')[0] ?? '', ['-c', 'true']).error === undefined,
)

describe('the scripts', () => {
  let sandbox: HostileSandbox
  beforeAll(() => {
    sandbox = new HostileSandbox()
  })
  afterAll(() => {
    sandbox.remove()
  })

  function nothingElseRun(calls: readonly Call[], title: string): void {
    expect(
      calls.filter(([program]) => program === 'touch'),
      title,
    ).toEqual([])
    expect(
      sandbox.filesBelow(sandbox.root).filter((name) => path.basename(name) === 'PWNED'),
      title,
    ).toEqual([])
    expect(readFileSync(path.join(sandbox.home, 'Documents/letter'), 'utf8'), title).toBe('mine')
    expect(readFileSync(path.join(sandbox.home, '.bashrc'), 'utf8'), title).toBe('mine')
  }

  test.each(shells)(
    'every script is one for %s',
    (shell) => {
      const [program = 'sh', ...applet] = shell.split(' ')
      for (const { bundle: made, title } of all)
        for (const { name, bytes, executable } of made.files) {
          if (!executable) continue
          const { status, stderr } = spawnSync(program, [...applet, '-n'], { input: bytes, encoding: 'utf8' })
          expect({ status, stderr }, `${title} ${name}`).toEqual({ status: 0, stderr: '' })
        }
    },
    120_000,
  )

  test('qemu.sh gives QEMU its words, and no other word is run', () => {
    for (const [index, { design, title }] of all.entries()) {
      const resolved = resolve(design, host, 'qemu')
      const command = renderArgv(resolved)
      sandbox.write('qemu.sh', renderShell(command, resolved).text, true)
      const { out } = sandbox.run(shells[index % shells.length] ?? 'sh', 'qemu.sh')
      const calls = sandbox.takeCalls()
      const told = calls.find(([program]) => program === command.binary)
      // What no process can be given is left out; a finding speaks of it.
      const expected = argvOf(command).map((word) => word.toWellFormed().replaceAll('\0', ''))
      expect(
        told?.map((word) => word.replaceAll(`${sandbox.home}/`, '~/')),
        `${title}: ${out}`,
      ).toEqual(expected)
      nothingElseRun(calls, title)
    }
  }, 240_000)

  test('create.sh and destroy.sh run no word and touch nothing of the home’s', (context) => {
    const units = new Map<string, string>()
    let defined = 0
    for (const [index, one] of all.entries()) {
      for (const { name, bytes, executable } of one.bundle.files) sandbox.write(name, bytes, executable)
      const shell = shells[index % shells.length] ?? 'sh'
      const made = sandbox.run(shell, 'create.sh', '--make-shares', '--wait', '1')
      expect(made.out, one.title).not.toMatch(/syntax error/i)
      const calls = sandbox.takeCalls()
      if (calls.some(([program, ...words]) => program === 'virsh' && words.includes('define'))) defined += 1
      nothingElseRun(calls, one.title)
      for (const name of sandbox.filesBelow(sandbox.home).filter((file) => file.endsWith('.service')))
        units.set(path.basename(name), readFileSync(path.join(sandbox.home, name), 'utf8'))
      sandbox.run(shell, 'destroy.sh', '--delete-disk')
      nothingElseRun(sandbox.takeCalls(), one.title)
    }
    // Some have a part that can't be at all, such as a directory below a file.
    expect(defined).toBeGreaterThan(all.length / 2)
    expect(units.size).toBeGreaterThan(2)
    for (const { strings = [] } of readByPython('unit', [...units.values()]))
      expect(strings.map((line) => line.slice(0, line.indexOf('=')))).toEqual([
        'Unit.Description',
        'Service.Type',
        'Service.RemainAfterExit',
        'Service.ExecStart',
        'Service.ExecStop',
        'Service.KillMode',
        'Install.WantedBy',
      ])
    verifyUnits(context, units)
  }, 240_000)

  test('host-setup.sh writes nothing but its own lines, for facts that nobody has checked', () => {
    for (let round = 0; round < rounds; round += 1) {
      const { files } = bundle({ name: 'vm', spec: designForHost(round) }, uncheckedFacts(round))
      const text = files.find(({ name }) => name === 'host-setup.sh')?.bytes ?? ''
      sandbox.clearSystem()
      sandbox.write('host-setup.sh', text, true)
      const { out, status } = sandbox.run(shells[round % shells.length] ?? 'sh', 'host-setup.sh', '--apply')
      expect(status, `round ${round}: ${out}`).toBe(0)
      nothingElseRun(sandbox.takeCalls(), `round ${round}`)
      const wrong = sandbox.filesBelow(sandbox.system).flatMap((name) => {
        const form = formOf(name)
        const lines = readFileSync(path.join(sandbox.system, name), 'utf8')
          .replaceAll(sandbox.system, '')
          .split('\n')
        return form === undefined ? [] : lines.filter((line) => line !== '' && !form.test(line))
      })
      expect(wrong, `round ${round}`).toEqual([])
    }
  }, 120_000)
})

/** What each line of a file of the host may be. */
const forms: readonly (readonly [name: RegExp, line: RegExp])[] = [
  [/bridge\.conf$/, /^allow (?!all$)[\w.+@-]{1,15}$/],
  [
    /modprobe\.d\//,
    /^(options vfio-pci ids=[\da-f:,]+|softdep [\w.,+-]+ pre: vfio-pci|install vfio-pci \/\S+)$/,
  ],
  [/limits\.d\//, /^(@kvm|[A-Za-z_][\w.@-]*) (soft|hard) memlock \d+$/],
  [
    /rules\.d\//,
    /^SUBSYSTEM=="(vfio|usb)"(, ATTR\{id\w+\}=="[\da-f]{4}")*, (GROUP="kvm", MODE="0660"|OWNER="[A-Za-z_][\w.@-]*")$/,
  ],
  [/tmpfiles\.d\//, /^w \/sys\/bus\/pci\/devices\/[\da-f:.]+\/sriov_numvfs - - - - \d+$/],
]

function formOf(name: string): RegExp | undefined {
  return forms.find(([file]) => file.test(name))?.[1]
}

describe('host facts', () => {
  test('a text that is not of its form is left out with a word, and nothing is made of the others', () => {
    for (let round = 0; round < rounds; round += 1) {
      const written = hostileFacts(round)
      const { facts, findings } = readHostFacts(JSON.stringify(written))
      expect(facts, JSON.stringify(findings.slice(0, 3))).toBeDefined()
      expect(new Set(findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
        new Set(['host.facts.form warning']),
      )
      const held = new Set(textsIn(facts, []).map(({ text }) => text))
      const about = findings.map(({ path: place }) => place)
      for (const { path: place, text } of textsIn(written, []))
        expect(
          held.has(text) ||
            !isHostile(text) ||
            about.some((one) => one.slice(0, -1).every((step, index) => step === place[index])),
          `${place.join('.')} ${JSON.stringify(text)}`,
        ).toBe(true)
      const { files } = bundle({ name: 'vm', spec: designForHost(round) }, facts)
      expect(files.length).toBeGreaterThan(5)
    }
  })
})
