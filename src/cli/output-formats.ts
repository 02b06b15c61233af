/** What the command writes. A further format is one entry of the table. */
import {
  argvOf,
  type Design,
  designToPlain,
  encodeDesignLink,
  explainCommand,
  type Finding,
  type HostFacts,
  linkLimits,
  pictureOf,
  type QemuCommand,
  type Resolved,
  renderArgv,
  renderCloudInit,
  renderCommand,
  renderPictureSvg,
  renderShell,
  renderShortLine,
  renderXmlText,
  resolve,
  targetOf,
  writeSpec,
} from '../core/index.ts'

/** How the command line of QEMU is said: as libvirt would run it, or as a person writes it by hand. */
export type Style = 'long' | 'short'

export const styles: readonly Style[] = ['long', 'short']

/** One design to write, and the host that it is for. */
export interface Job {
  readonly design: Design
  readonly host: HostFacts | undefined
  readonly style: Style
}

export interface RenderedFile {
  /** The name of a file in a folder; '' for the one file of a format that has one only. */
  readonly name: string
  readonly text: string
}

export interface RenderedOutput {
  readonly files: readonly RenderedFile[]
  readonly findings: readonly Finding[]
}

interface OutputFormatEntry {
  /** What the name of its file ends with; undefined when it is a folder of files. */
  readonly extension: string | undefined
  readonly executable?: true
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
    render: ({ design, host }) => {
      const resolved = resolve(design, host, 'libvirt')
      return one(renderXmlText(resolved.domain), resolved.findings)
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
    render: ({ design }) => one(writeSpec(design)),
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
    render: ({ design }) => {
      const link = `#${encodeDesignLink(design)}`
      return one(`${link}\n`, link.length > linkLimits.characters ? [linkTooLong(link.length)] : [])
    },
  },
} as const satisfies Readonly<Record<string, OutputFormatEntry>>

const nothingToSay: Finding = {
  code: 'cloud-init.nothing-to-say',
  severity: 'warning',
  path: ['cloud_init'],
  message: 'The design says nothing that cloud-init would do, so there are no files.',
}

function linkTooLong(length: number): Finding {
  const message = `The link has ${length} characters; at most ${linkLimits.characters} are read. Send the vm.yml instead.`
  return { code: 'link.too-long', severity: 'error', path: [], message }
}

export type OutputFormat = keyof typeof table

export const outputFormats: readonly OutputFormat[] = Object.keys(table).filter(isOutputFormat)

export function isOutputFormat(word: string): word is OutputFormat {
  return Object.hasOwn(table, word)
}

export function outputFormat(format: OutputFormat): OutputFormatEntry {
  return table[format]
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
