/** Everything that becomes of a text, by every reader and every writer: for tests that try texts of any kind. */
import { kindOfText } from '../src/app/open/kind-of-text.ts'
import {
  applyChanges,
  argvOf,
  beginsQemuCommand,
  bundle,
  checkDesign,
  type Design,
  decodeDesignLink,
  designFromPlain,
  designToPlain,
  encodeDesignLink,
  explainCommand,
  type HostFacts,
  hostSetup,
  keptFinding,
  lift,
  liftForQemu,
  listKept,
  mergeHostFacts,
  nearestPositions,
  parseXml,
  readArgv,
  readDomainXml,
  readHostFacts,
  readHostText,
  readPublicKeys,
  readSpecs,
  renderArgv,
  renderCloudInit,
  renderShell,
  renderXml,
  renderXmlText,
  resolve,
  sensitiveThings,
  specPositions,
  updateSpecText,
  writeSpec,
  zipBundle,
} from '../src/core/index.ts'

/** What a text is read as. */
export type TextKind =
  | 'xml'
  | 'domain'
  | 'yaml'
  | 'argv'
  | 'command'
  | 'link'
  | 'host'
  | 'facts'
  | 'keys'
  | 'plain'

/** Designs of one text that are followed to the end. */
const mostDesigns = 2

/** What is made of a design, each by itself. `said` gets every text that a person or a program would read. */
export const outputs = {
  xml: (design, host) => {
    const resolved = resolve(design, host, 'libvirt')
    return [renderXml(resolved.domain).text, ...listKept(resolved.domain).map(({ text }) => text)]
  },
  argv: (design, host) => [argvOf(renderArgv(resolve(design, host, 'qemu'))).join('\n')],
  shell: (design, host) => {
    const resolved = resolve(design, host, 'qemu')
    return [renderShell(renderArgv(resolved), resolved).text]
  },
  explain: (design, host) => {
    const resolved = resolve(design, host, 'qemu')
    return [explainCommand(renderArgv(resolved), resolved).text]
  },
  cloudInit: (design, host) => renderCloudInit(design, host).files.map(({ text }) => text),
  findings: (design, host) => checkDesign(design, host).map(({ message }) => message),
  bundle: (design, host) => {
    const { files } = bundle(design, host)
    zipBundle(files, 'vm')
    return files
      .filter(({ name }) => !/\.(?:iso|img)$/.test(name))
      .map(({ bytes }) => new TextDecoder().decode(bytes))
  },
  yaml: (design) => [writeSpec(design)],
  link: (design) => {
    decodeDesignLink(encodeDesignLink(design))
    designFromPlain(designToPlain(design))
    return sensitiveThings(designToPlain(design)).map((thing) => JSON.stringify(thing))
  },
  lift: (design, host) => {
    const { domain } = resolve(design, host, 'libvirt')
    const [read] = readDomainXml(renderXmlText(domain)).domains
    if (read === undefined) return []
    const lifted = lift(read.domain, host)
    const positionOf = specPositions(read, lifted, host)
    positionOf(['libvirt', 'devices', 'disks', 0])
    return [writeSpec(lifted)]
  },
  command: (design, host) => {
    const command = renderArgv(resolve(design, host, 'qemu'))
    const [read] = readArgv(
      argvOf(command)
        .map((word) => `'${word.replaceAll("'", "'\\''")}'`)
        .join(' '),
    ).commands
    return read === undefined ? [] : [writeSpec(liftForQemu(read.domain, host))]
  },
  host: (design, host) =>
    hostSetup(host, resolve(design, host, 'libvirt').domain).flatMap((step) => JSON.stringify(step)),
} as const satisfies Readonly<
  Record<string, (design: Design, host: HostFacts | undefined) => readonly string[]>
>

export type Output = keyof typeof outputs

export const everyOutput: readonly Output[] = Object.keys(outputs).filter(isOutput)

function isOutput(word: string): word is Output {
  return Object.hasOwn(outputs, word)
}

/** What a text of each kind gives: designs, and the host that it speaks of. */
export interface Understood {
  readonly designs: readonly Design[]
  readonly host?: HostFacts
}

/** Reads a text by one reader; what it says of positions and how it takes a change back is asked too. */
export const readers = {
  // What a Domain says, said as it is: lifting takes longer than all the rest.
  domain: (text) => ({
    designs: readDomainXml(text)
      .domains.slice(0, mostDesigns)
      .map(({ domain: { name = 'vm', ...libvirt } }) => ({ name, spec: { libvirt } })),
  }),
  command: (text) => ({
    designs: readArgv(text)
      .commands.slice(0, mostDesigns)
      .map(({ domain: { name = 'vm', ...libvirt } }) => ({
        name,
        spec: { libvirt, backend: 'qemu' as const },
      })),
  }),
  xml: (text) => {
    parseXml(text)
    const { domains } = readDomainXml(text)
    const designs = domains.slice(0, mostDesigns).map((read) => {
      const design = lift(read.domain, undefined)
      specPositions(read, design, undefined)(['libvirt'])
      keptFinding(read.domain)
      return design
    })
    return { designs }
  },
  yaml: (text) => {
    const file = readSpecs(text)
    const designs = file.designs.slice(0, mostDesigns)
    for (const design of designs) {
      file.positionOf(design.name, ['libvirt', 'devices', 'disks', 0, 'source'])
      const changes = [
        { path: ['ram'], value: '3G' },
        { path: ['libvirt', 'devices', 'disks', 0], value: undefined },
      ]
      updateSpecText(file, { ...design, spec: applyChanges(design.spec, changes) })
    }
    return { designs }
  },
  argv: (text) => {
    beginsQemuCommand(text)
    const { commands } = readArgv(text)
    const designs = commands.slice(0, mostDesigns).map(({ domain, places }) => {
      const design = liftForQemu(domain, undefined)
      nearestPositions(places, design, undefined)(['libvirt'])
      return design
    })
    return { designs }
  },
  link: (text) => {
    const { design } = decodeDesignLink(text)
    return { designs: design === undefined ? [] : [design] }
  },
  host: (text) => {
    const { sources } = readHostText(text)
    return { designs: [], host: mergeHostFacts(sources.map(({ facts }) => facts)).facts }
  },
  facts: (text) => {
    const { facts } = readHostFacts(text)
    return { designs: [], ...(facts === undefined ? {} : { host: facts }) }
  },
  keys: (text) => {
    readPublicKeys(text)
    return { designs: [] }
  },
  plain: (text) => {
    const { design } = designFromPlain(JSON.parse(text))
    return { designs: design === undefined ? [] : [design] }
  },
} as const satisfies Readonly<Record<TextKind, (text: string) => Understood>>

/** Reads a text as one kind, and by what tells kinds apart. */
export function understand(kind: TextKind, text: string): Understood {
  kindOfText(text)
  return readers[kind](text)
}
