/**
 * What a real libvirt 11.3 says to every preset, sample and fixture: each is defined as it is, and started as far as the
 * lab's host goes. The lab is made by e2e/lab/make.sh; VMWRIGHT_LAB says where it is. The table is printed.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type Design,
  type HostFacts,
  put,
  readDomainXml,
  readHostFacts,
  readSpecs,
  renderArgv,
  renderShell,
  renderXmlText,
  resolve,
  updateSpecText,
  withoutLibvirtsOwn,
  writeSpec,
} from '../../src/core/index.ts'
import { emptyQcow2 } from '../qcow2.ts'
import { shared } from '../shared.ts'
import { changedLines } from '../xml-edits.ts'
import { type ForLab, forLab } from './for-lab.ts'
import { inLab, labIsMissing, labScript } from './lab.ts'

const reason = labIsMissing()

const root = path.join(import.meta.dirname, '../..')
const fixtures = path.join(import.meta.dirname, '../fixtures')
const samples = path.join(shared, 'samples/vm')
/** The lab's own host. Paths are those of the system's libvirt. */
const labHost: HostFacts = {
  arch: 'x86_64',
  distro: 'debian',
  libvirt: '11.3.0',
  qemu: '10.0.0',
  connection: 'system',
}

interface Row {
  readonly name: string
  readonly define: string
  readonly start: string
  /** QEMU without libvirt. */
  readonly run: string
}

/** Refused for what the lab's host is, or has not: the words of libvirt that say so. */
const expectedWords: Readonly<Record<string, Partial<Row>>> = {
  'preset-confidential': {
    define: "unsupported configuration: 'sev-snp' launch security is not supported with this QEMU binary",
  },
}

/** All designs of a folder, named by what they are and their file. */
function designsOf(
  kind: string,
  folder: string,
  host: HostFacts,
): readonly { readonly design: Design; readonly host: HostFacts }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .flatMap((file) => {
      const base = path.basename(file, '.yml')
      const { designs } = readSpecs(readFileSync(path.join(folder, file), 'utf8'), { defaultName: base })
      return designs.map(({ spec }) => ({ design: ofThisMachine({ name: `${kind}-${base}`, spec }), host }))
    })
}

function hostOf(file: string): HostFacts {
  return existsSync(file) ? (readHostFacts(readFileSync(file, 'utf8')).facts ?? {}) : {}
}

/** Where there is no KVM, libvirt refuses the type kvm by itself: the designs are of type qemu then. */
const hasKvm = existsSync('/dev/kvm')

function ofThisMachine(design: Design): Design {
  if (hasKvm) return design
  return { ...design, spec: { ...design.spec, libvirt: { ...design.spec.libvirt, type: 'qemu' } } }
}

const designs = [
  ...designsOf('preset', path.join(root, 'src/presets'), labHost),
  ...designsOf('sample', samples, { ...hostOf(path.join(samples, 'host-linux.json')), connection: 'system' }),
  ...designsOf('fixture', fixtures, { ...hostOf(path.join(fixtures, 'host.json')), connection: 'system' }),
]

const folder = reason === undefined ? mkdtempSync('/var/tmp/vmwright-lab-') : ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

/** Gives all of them to the lab's libvirt at once. */
async function ask(): Promise<{
  readonly rows: readonly Row[]
  readonly made: ReadonlyMap<string, ForLab>
  readonly printed: string
}> {
  // QEMU runs as a user of its own there.
  chmodSync(folder, 0o755)
  const share = path.join(folder, 'share')
  mkdirSync(share)
  const made = new Map<string, ForLab>()
  let images = 0
  const imageOf = (format: string) => {
    images += 1
    const file = path.join(folder, `${images}.img`)
    writeFileSync(file, format === 'qcow2' ? emptyQcow2() : new Uint8Array(0x100000))
    return file
  }
  for (const { design, host } of designs) {
    const { domain } = resolve(design, host, 'libvirt')
    writeFileSync(path.join(folder, `${design.name}.xml`), renderXmlText(domain))
    // Sockets of the design stand in a folder that is here.
    const paths = { ...host.paths, state_dir: path.join(folder, 'state/{name}') }
    const here = resolve(design, { ...host, paths }, 'libvirt')
    for (const directory of here.directories) {
      if (!directory.startsWith(folder)) continue
      mkdirSync(directory, { recursive: true })
      chmodSync(directory, 0o777)
    }
    const start = forLab(here.domain, imageOf, share)
    made.set(design.name, start)
    if (start.never !== undefined) continue
    writeFileSync(path.join(folder, `${design.name}.start.xml`), renderXmlText(start.domain))
    writeFileSync(path.join(folder, `${design.name}.sh`), scriptFor(design, paths, imageOf, share))
  }
  const script = labScript('define.sh')
  writeFileSync(path.join(folder, 'define.sh'), readFileSync(script))
  const { printed } = await inLab(folder, 'root', ['sh', path.join(folder, 'define.sh'), folder])
  const rows = printed
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line): Row => {
      const [name = '', define = '', start = '', run = ''] = line.split('\t')
      return { name, define, start, run }
    })
  return { rows, made, printed }
}

/** The script that runs the same without libvirt, with the firmware that the lab has. */
function scriptFor(
  design: Design,
  paths: NonNullable<HostFacts['paths']>,
  imageOf: (format: string) => string,
  share: string,
): string {
  const resolved = resolve(design, { ...labHost, paths }, 'qemu')
  const small = { ...resolved, domain: forLab(resolved.domain, imageOf, share).domain }
  return renderShell(renderArgv(small), small).text
}

/** What is replaced in every design. */
const replacedInAll =
  `Defined as ${hasKvm ? 'it is' : 'type qemu: there is no KVM here'}. ` +
  'Started with type qemu, cpu maximum, 256 MiB and empty disks; what else is not as in the design is named.'

function table(rows: readonly Row[], made: ReadonlyMap<string, ForLab>): string {
  const lines = [
    ['design', 'define', 'start', 'QEMU alone', 'started with'],
    ...rows.map(({ name, define, start, run }) => {
      const { instead = [], never } = made.get(name) ?? {}
      return [name, define, start, run, never ?? instead.join(', ')]
    }),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** As a person does with `virsh edit`. */
function withOneMore(xml: string): string {
  return xml.replace(/(<vcpu[^>]*>)(\d+)/, (_, tag: string, count: string) => `${tag}${Number(count) + 1}`)
}

/** How many lines of vm.yml change when what libvirt dumps is put back into it. */
function linesPut(design: Design, host: HostFacts, dumped: string): number {
  const document = readSpecs(writeSpec(design))
  const [own = design] = document.designs
  const shown = readDomainXml(renderXmlText(resolve(own, host).domain)).domains[0]?.domain
  const edited = readDomainXml(dumped).domains[0]?.domain
  if (shown === undefined || edited === undefined) throw new Error(`no domain in the dump of ${design.name}`)
  const after = put(own, withoutLibvirtsOwn(edited, shown).domain, host, { shown }).design
  return changedLines(document.source.text, updateSpecText(document, after)).values.length
}

describe('libvirt 11.3 in the lab', () => {
  test('accepts every design, starts what its host can give, and dumps what is put back as no edit', async (context) => {
    context.skip(reason !== undefined, reason)
    const { rows, made, printed } = await ask()
    process.stdout.write(`${replacedInAll}\n${table(rows, made)}\n`)
    expect(rows.map(({ name }) => name).toSorted(), printed).toEqual(
      designs.map(({ design }) => design.name).toSorted(),
    )
    const wanted = rows.map(({ name }): Row => {
      const start = made.get(name)?.never === undefined ? 'running' : '-'
      return { name, define: 'ok', start, run: start, ...expectedWords[name] }
    })
    expect(rows).toEqual(wanted)

    const changed = designs.flatMap(({ design, host }) => {
      const file = path.join(folder, `${design.name}.dumped`)
      if (!existsSync(file)) return []
      const dumped = readFileSync(file, 'utf8')
      return [dumped, withOneMore(dumped)].map((text) => [design.name, linesPut(design, host, text)])
    })
    expect(changed.length).toBeGreaterThan(20)
    const dumps = Object.entries(expectedWords).filter(([, { define }]) => define !== undefined)
    expect(changed.length).toBe(2 * (designs.length - dumps.length))
    expect(changed).toEqual(changed.map(([name], index) => [name, index % 2 === 0 ? 0 : 1]))
  }, 600_000)
})
