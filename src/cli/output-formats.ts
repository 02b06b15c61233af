/** What the command writes. A further format is one entry of the table. */
import {
  argvOf,
  type Design,
  designToPlain,
  encodeDesignLink,
  explainCommand,
  type Finding,
  forLibvirt,
  type HostFacts,
  isTargetId,
  linkLimits,
  ownWords,
  pictureOf,
  type QemuCommand,
  type Resolved,
  readSpecs,
  renderArgv,
  renderCloudInit,
  renderCommand,
  renderPictureSvg,
  renderShell,
  renderShortLine,
  renderXmlText,
  resolve,
  type TargetFile,
  type TargetId,
  targetIds,
  targetOf,
  targets,
  updateSpecText,
  withStoredSpec,
  writeSpec,
  writeTarget,
} from '../core/index.ts'

/** How the command line of QEMU is said: as libvirt would run it, or as a person writes it by hand. */
export type Style = 'long' | 'short'

export const styles: readonly Style[] = ['long', 'short']

/** One design to write, and the host that it is for. */
export interface Job {
  readonly design: Design
  readonly host: HostFacts | undefined
  readonly style: Style
  /** The author's vm.yml, whose comments are to be kept; undefined when there is none. */
  readonly own: string | undefined
  /** Whether XML holds the design, too. */
  readonly storesSpec: boolean
  /** Words for the options of a format of others. */
  readonly choices: Readonly<Record<string, string>>
}

export interface RenderedFile {
  /** The name of a file in a folder; '' for the one file of a format that has one only. */
  readonly name: string
  /** Bytes are what is no text: the image of a seed. */
  readonly text: string | Uint8Array
  readonly executable?: boolean
}

export interface RenderedOutput {
  readonly files: readonly RenderedFile[]
  readonly findings: readonly Finding[]
}

interface OutputFormatEntry {
  /** What the name of its file ends with; undefined when it is a folder of files. */
  readonly extension: string | undefined
  readonly executable?: true
  /** The format of others that it is: what is only the main one of its files goes to standard output. */
  readonly target?: TargetId
  /** Whether it says the command line of QEMU, in either style. */
  readonly hasStyle?: true
  readonly render: (job: Job) => RenderedOutput
}

function one(text: string, findings: readonly Finding[] = []): RenderedOutput {
  return { files: [{ name: '', text }], findings }
}

function ofCommand(
  { design, host, style }: Job,
  write: (command: QemuCommand, resolved: Resolved) => string,
): RenderedOutput {
  const resolved = resolve(design, host, 'qemu')
  const command = style === 'short' ? renderShortLine(resolved) : renderArgv(resolved)
  return one(write(command, resolved), [...resolved.findings, ...command.findings])
}

const table = {
  xml: {
    extension: 'xml',
    render: ({ design, host, own, storesSpec }) => {
      const resolved = resolve(forLibvirt(design), host, 'libvirt')
      const xml = renderXmlText(resolved.domain)
      if (!storesSpec) return one(xml, resolved.findings)
      const { text, without } = withStoredSpec(xml, design, ownWords(own))
      return one(text, [...resolved.findings, ...(without.length === 0 ? [] : [leftOutOfXml(without)])])
    },
  },
  argv: {
    extension: 'argv.json',
    hasStyle: true,
    render: (job) => ofCommand(job, (command) => jsonText(argvOf(command))),
  },
  shell: {
    extension: 'sh',
    executable: true,
    hasStyle: true,
    render: (job) =>
      ofCommand(
        job,
        (command, resolved) =>
          (job.style === 'short' ? renderCommand(command, resolved) : renderShell(command, resolved)).text,
      ),
  },
  explain: {
    extension: 'explain.txt',
    hasStyle: true,
    render: (job) => ofCommand(job, (command, resolved) => explainCommand(command, resolved).text),
  },
  yaml: {
    extension: 'yml',
    render: ({ design, own }) =>
      one(own === undefined ? writeSpec(design) : updateSpecText(readSpecs(own), design)),
  },
  json: {
    extension: 'json',
    render: ({ design }) => one(jsonText(designToPlain(design))),
  },
  'cloud-init': {
    extension: undefined,
    render: ({ design, host }) => {
      const { files, findings } = renderCloudInit(design, host)
      return { files, findings: files.length > 0 ? findings : [...findings, nothingToSay] }
    },
  },
  svg: {
    extension: 'svg',
    render: ({ design, host }) => {
      const resolved = resolve(design, host, targetOf(design))
      return one(renderPictureSvg(pictureOf(resolved, host)), resolved.findings)
    },
  },
  link: {
    extension: 'link.txt',
    render: ({ design }) => linkOutput(encodeDesignLink(design)),
  },
} as const satisfies Readonly<Record<string, OutputFormatEntry>>

const nothingToSay: Finding = {
  code: 'cloud-init.nothing-to-say',
  severity: 'warning',
  path: ['cloud_init'],
  message: 'The design says nothing that cloud-init would do, so there are no files.',
}

function leftOutOfXml(without: readonly string[]): Finding {
  const message = `The design in the XML is without its secrets: ${without.join(', ')}.`
  return { code: 'stored.without', severity: 'advice', path: [], message }
}

/** @param fragment without its `#` */
export function linkOutput(fragment: string): RenderedOutput {
  const link = `#${fragment}`
  return one(`${link}\n`, link.length > linkLimits.characters ? [linkTooLong(link.length)] : [])
}

function linkTooLong(length: number): Finding {
  const message = `The link has ${length} characters; at most ${linkLimits.characters} are read. Send the vm.yml instead.`
  return { code: 'link.too-long', severity: 'error', path: [], message }
}

type OwnFormat = keyof typeof table
export type OutputFormat = OwnFormat | TargetId

export const outputFormats: readonly OutputFormat[] = [
  ...Object.keys(table).filter(isOwnFormat),
  ...targetIds.filter(isOutputFormat),
]

function isOwnFormat(word: string): word is OwnFormat {
  return Object.hasOwn(table, word)
}

export function isOutputFormat(word: string): word is OutputFormat {
  return isOwnFormat(word) || (isTargetId(word) && targets[word].writer !== undefined)
}

export function outputFormat(format: OutputFormat): OutputFormatEntry {
  return isOwnFormat(format) ? table[format] : ofTarget(format)
}

/** Each of its files is in the folder of the VM. */
function ofTarget(target: TargetId): OutputFormatEntry {
  return {
    extension: undefined,
    target,
    render: ({ design, host, choices }) => {
      const { files, findings } = writeTarget(target, design, host, choices)
      return {
        files: files.map(plainFile),
        findings,
      }
    },
  }
}

/** A file of a target as the command writes it. */
export function plainFile(file: TargetFile): RenderedOutput['files'][number] {
  return 'text' in file
    ? { name: file.name, text: file.text, executable: file.executable === true }
    : { name: file.name, text: file.bytes }
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
