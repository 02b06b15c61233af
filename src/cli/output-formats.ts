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
  renderArgv,
  renderCloudInit,
  renderShell,
  renderXmlText,
  resolve,
  writeSpec,
} from '../core/index.ts'

/** One design to write, and the host that it is for. */
export interface Job {
  readonly design: Design
  readonly host: HostFacts | undefined
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
  readonly render: (job: Job) => RenderedOutput
}

function one(text: string, findings: readonly Finding[] = []): RenderedOutput {
  return { files: [{ name: '', text }], findings }
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
    render: ({ design, host }) => {
      const resolved = resolve(design, host, 'qemu')
      const command = renderArgv(resolved)
      return one(jsonText(argvOf(command)), [...resolved.findings, ...command.findings])
    },
  },
  shell: {
    extension: 'sh',
    executable: true,
    render: ({ design, host }) => {
      const resolved = resolve(design, host, 'qemu')
      const command = renderArgv(resolved)
      return one(renderShell(command, resolved).text, [...resolved.findings, ...command.findings])
    },
  },
  explain: {
    extension: 'explain.txt',
    render: ({ design, host }) => {
      const resolved = resolve(design, host, 'qemu')
      const command = renderArgv(resolved)
      return one(explainCommand(command, resolved).text, [...resolved.findings, ...command.findings])
    },
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
